import { visibleArticles } from './articles';
import { edition } from './edition/open-edition';

export type Category = { slug: string; name: string; description: string | undefined };

export type CategoryCount = Category & { stories: number };

/** Every category in the order of the navigation, with the number of stories that readers may see. */
export async function listCategories(now: Date): Promise<CategoryCount[]> {
  const rows = await edition().selectFrom('categories').selectAll().orderBy('sort').orderBy('name').execute();
  const counts = await visibleArticles(now)
    .select(({ fn }) => ['articles.category', fn.countAll<number>().as('stories')])
    .groupBy('articles.category')
    .execute();
  const stories = new Map(counts.map((count) => [count.category, count.stories]));
  return rows.map(({ slug, name, description }) => ({
    slug,
    name,
    description: description ?? undefined,
    stories: stories.get(slug) ?? 0,
  }));
}

export async function getCategory(slug: string): Promise<Category | undefined> {
  const row = await edition().selectFrom('categories').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row && { slug: row.slug, name: row.name, description: row.description ?? undefined };
}
