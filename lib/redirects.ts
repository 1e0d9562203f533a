import { edition, editionVersion } from './edition/open-edition';

/** How long a list of old addresses is used before it is read again, in milliseconds. */
const maxAge = 5_000;

let known: { readAt: number; version: number; targets: Map<string, string> } | undefined;

/**
 * Where an old address leads today. The list is kept in memory, so that addresses which somebody made up cost no query.
 *
 * @param path as asked for, from its first slash
 */
export async function redirectFrom(path: string, now: Date): Promise<string | undefined> {
  const version = await editionVersion();
  if (!known || known.version !== version || now.getTime() - known.readAt > maxAge) {
    const rows = await edition()
      .selectFrom('articles')
      .innerJoin('redirects', 'redirects.article_id', 'articles.id')
      .select(['from_path', 'path'])
      // A story that was withdrawn says so at its own address.
      .where('status', 'in', ['published', 'withdrawn'])
      .where('published_at', '<=', now.getTime())
      .execute();
    known = { readAt: now.getTime(), version, targets: new Map(rows.map((row) => [row.from_path, row.path])) };
  }
  return known.targets.get(path) ?? known.targets.get(`${path}/`);
}
