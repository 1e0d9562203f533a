import { edition } from './edition/open-edition';

/**
 * Where an old address leads today.
 *
 * @param path as asked for, from its first slash
 */
export async function redirectFrom(path: string, now: Date): Promise<string | undefined> {
  const rows = await edition()
    .selectFrom('redirects')
    .innerJoin('articles', 'articles.id', 'redirects.article_id')
    .select(['from_path', 'path'])
    .where('from_path', 'in', [path, `${path}/`])
    // A story that was withdrawn says so at its own address.
    .where('status', 'in', ['published', 'withdrawn'])
    .where('published_at', '<=', now.getTime())
    .execute();
  return (rows.find((row) => row.from_path === path) ?? rows[0])?.path;
}
