import { articleIdsAt, latestArticles, latestIds, summarise, type ArticleSummary } from './articles';
import { edition } from './edition/open-edition';

/** Stories that a page offers below a story. */
const storiesToReadNext = 4;

/** What the page of a story offers to read next: nothing that the story links to itself. */
export async function storiesToRead(
  article: { id: number; category: { slug: string }; tags: string[]; links: string[] },
  now: Date,
): Promise<ArticleSummary[]> {
  return relatedArticles(article, storiesToReadNext, now, await articleIdsAt(article.links));
}

/**
 * Of each tag, so many of the newest stories are looked at: how many more of a tag there are makes no difference to what
 * a page costs.
 */
export const newestOfTag = 50;

/**
 * Stories to read next, best first: those that share the most tags, among the newest of each; then those of the same
 * category, then the newest; among equals the newer first. Never the story itself, nor one that the page shows already.
 *
 * @param except ids of stories on the page
 */
export async function relatedArticles(
  article: { id: number; category: { slug: string }; tags: string[] },
  limit: number,
  now: Date,
  except: number[] = [],
): Promise<ArticleSummary[]> {
  const taken = [article.id, ...except];
  const chosen = await summarise(await sharingTags(article, taken, limit, now));
  for (const filter of [{ category: article.category.slug }, {}]) {
    if (chosen.length >= limit) break;
    const except = [...taken, ...chosen.map(({ id }) => id)];
    chosen.push(...(await latestArticles({ ...filter, except }, limit - chosen.length, now)));
  }
  return chosen;
}

/** The ids of those stories among the newest of an article's tags that share the most of them. */
async function sharingTags(
  { category, tags }: { category: { slug: string }; tags: string[] },
  taken: number[],
  limit: number,
  now: Date,
): Promise<number[]> {
  const candidates = new Set<number>();
  for (const tag of tags) for (const id of await latestIds({ tag }, newestOfTag, now)) candidates.add(id);
  for (const id of taken) candidates.delete(id);
  if (candidates.size === 0) return [];
  const rows = await edition()
    .selectFrom('articles')
    .innerJoin('article_tags', 'article_tags.article_id', 'articles.id')
    .select(['articles.id', ({ fn }) => fn.countAll<number>().as('shared')])
    .where('articles.id', 'in', [...candidates])
    .where('article_tags.tag', 'in', tags)
    .groupBy('articles.id')
    .orderBy('shared', 'desc')
    .orderBy(({ eb }) => eb('articles.category', '=', category.slug), 'desc')
    .orderBy('articles.published_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
