import { edition } from './edition/open-edition';
import { pagePath } from './urls';

/**
 * Where an old address leads today.
 *
 * @param path as asked for, from its first slash
 */
export async function redirectFrom(path: string, now: Date): Promise<string | undefined> {
  const rows = await edition()
    .selectFrom('redirects')
    .leftJoin('articles', 'articles.file', 'redirects.file')
    .leftJoin('pages', 'pages.file', 'redirects.file')
    .select(['from_path', 'path', 'pages.slug'])
    .where('from_path', 'in', [path, `${path}/`])
    // A story that was withdrawn says so at its own address.
    .where(({ eb, or, and }) =>
      or([
        eb('pages.slug', 'is not', null),
        and([eb('status', 'in', ['published', 'withdrawn']), eb('published_at', '<=', now.getTime())]),
      ]),
    )
    .execute();
  const row = rows.find(({ from_path }) => from_path === path) ?? rows[0];
  return row && (row.path ?? (row.slug ? pagePath(row.slug) : undefined));
}
