import { sql } from 'kysely';
import { edition } from './edition/open-edition';
import type { CountedList } from './edition/schema';

/**
 * How many stories that readers may see each list of a sort holds, by its slug or period in the order of those; lists
 * without any are left out. The edition counts what is published as it is written; what is scheduled is taken off here.
 *
 * @param within only periods that begin with this one
 */
export async function countsIn(
  list: 'category' | 'author' | 'month' | 'day',
  now: Date,
  within = '',
): Promise<Map<string, number>> {
  const rows = await edition()
    .selectFrom('counts')
    .select(['name', 'stories'])
    .where('list', '=', list)
    .where('name', '>=', within)
    .where('name', '<', `${within}~`)
    .orderBy('name')
    .execute();
  const scheduled = new Map((await scheduledIn(list, now)).map(({ name, stories }) => [name, stories]));
  return new Map(
    rows.flatMap(({ name, stories }) => {
      const visible = stories - (scheduled.get(name) ?? 0);
      return visible > 0 ? [[name, visible] as const] : [];
    }),
  );
}

/** How many stories that readers may see a list holds. */
export async function countIn(list: Exclude<CountedList, 'month' | 'day'>, name: string, now: Date): Promise<number> {
  const row = await edition()
    .selectFrom('counts')
    .select('stories')
    .where('list', '=', list)
    .where('name', '=', name)
    .executeTakeFirst();
  if (!row) return 0;
  const scheduled = (await scheduledIn(list, now)).find((other) => other.name === name);
  return row.stories - (scheduled?.stories ?? 0);
}

/** How many stories lists hold that will only appear: few, however many there are in all. */
function scheduledIn(list: CountedList, now: Date): Promise<{ name: string; stories: number }[]> {
  const scheduled = edition()
    .selectFrom('articles')
    .where('articles.status', '=', 'published')
    .where('articles.published_at', '>', now.getTime())
    .select(({ fn }) => fn.countAll<number>().as('stories'));
  switch (list) {
    case 'all':
      return scheduled
        .select(sql<string>`''`.as('name'))
        .groupBy('name')
        .execute();
    case 'category':
      return scheduled.select('category as name').groupBy('name').execute();
    case 'month':
      return scheduled
        .select(sql<string>`substr(day, 1, 7)`.as('name'))
        .groupBy('name')
        .execute();
    case 'day':
      // An expression, so that SQLite does not go through the index of days to have them in order.
      return scheduled
        .select(sql<string>`substr(day, 1)`.as('name'))
        .groupBy('name')
        .execute();
    case 'author':
      return scheduled
        .innerJoin('article_authors', 'article_authors.article_id', 'articles.id')
        .select('author as name')
        .groupBy('name')
        .execute();
    case 'tag':
      return scheduled
        .innerJoin('article_tags', 'article_tags.article_id', 'articles.id')
        .select('tag as name')
        .groupBy('name')
        .execute();
  }
}
