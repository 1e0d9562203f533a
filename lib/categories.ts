import { edition } from './edition/open-edition';
import { countsIn } from './story-counts';

export type Category = { slug: string; name: string; description: string | undefined };

export type CategoryCount = Category & { stories: number };

/**
 * Every category with the number of stories that readers may see: in the order that the paper gives them, and where it
 * gives none, the largest first.
 */
export async function listCategories(now: Date): Promise<CategoryCount[]> {
  const rows = await edition().selectFrom('categories').selectAll().orderBy('name').execute();
  const storiesOf = await countsIn('category', now);
  return rows
    .map((row) => ({ ...row, description: row.description ?? undefined, stories: storiesOf.get(row.slug) ?? 0 }))
    .sort((a, b) => a.sort - b.sort || b.stories - a.stories)
    .map(({ slug, name, description, stories }) => ({ slug, name, description, stories }));
}

export async function getCategory(slug: string): Promise<Category | undefined> {
  const row = await edition().selectFrom('categories').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row && { slug: row.slug, name: row.name, description: row.description ?? undefined };
}
