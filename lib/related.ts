import { articleIdsAt, latestArticles, summarise, visibleArticles, type ArticleSummary } from './articles';

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
 * Stories to read next, best first: those that share the most tags, then those of the same category, then the newest;
 * among equals the newer first. Never the story itself, nor one that the page shows already.
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
  const sharing =
    article.tags.length === 0
      ? []
      : await visibleArticles(now)
          .innerJoin('article_tags', 'article_tags.article_id', 'articles.id')
          .select(['articles.id', (value) => value.fn.countAll<number>().as('shared')])
          .where('article_tags.tag', 'in', article.tags)
          .where('articles.id', 'not in', taken)
          .groupBy('articles.id')
          .orderBy('shared', 'desc')
          .orderBy((value) => value.eb('articles.category', '=', article.category.slug), 'desc')
          .orderBy('articles.published_at', 'desc')
          .limit(limit)
          .execute();
  const chosen = await summarise(sharing.map(({ id }) => id));
  for (const filter of [{ category: article.category.slug }, {}]) {
    if (chosen.length >= limit) break;
    const except = [...taken, ...chosen.map(({ id }) => id)];
    chosen.push(...(await latestArticles({ ...filter, except }, limit - chosen.length, now)));
  }
  return chosen;
}
