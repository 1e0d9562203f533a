import { edition } from './edition/open-edition';
import { offsetOf, paged, pageSize, type Paged } from './pagination';

export type ListedCorrection = { date: Date; text: string; article: { path: string; title: string } };

/** Corrections of stories that readers may see, newest first. */
export async function listCorrections(page: number, now: Date): Promise<Paged<ListedCorrection>> {
  const listed = edition().selectFrom('corrections').where('corrections.listed_at', '<=', now.getTime());
  const { total } = await listed.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await listed
    .innerJoin('articles', 'articles.id', 'corrections.article_id')
    .select(['corrected_at', 'text', 'path', 'title'])
    .orderBy('corrections.listed_at', 'desc')
    .limit(pageSize)
    .offset(offsetOf(page))
    .execute();
  const items = rows.map(({ corrected_at, text, path, title }) => ({
    date: new Date(corrected_at),
    text,
    article: { path, title },
  }));
  return paged(items, page, total);
}
