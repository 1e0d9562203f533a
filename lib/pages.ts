import type { Search } from 'contentlayer/generated';
import type { Root } from 'hast';
import { edition } from './edition/open-edition';
import { getPicturesIn, type Picture } from './images';

/** A page about the paper. */
export type AboutPage = {
  slug: string;
  title: string;
  summary: string | undefined;
  /** What search engines are told instead of the title and summary. */
  search: Pick<Search, 'title' | 'description'>;
  tree: Root;
  pictures: Map<string, Picture>;
};

export async function getPage(slug: string): Promise<AboutPage | undefined> {
  const row = await edition().selectFrom('pages').selectAll().where('slug', '=', slug).executeTakeFirst();
  if (!row) return undefined;
  const tree: Root = JSON.parse(row.tree);
  const pictures = await getPicturesIn(row.file);
  const search: AboutPage['search'] = row.search ? JSON.parse(row.search) : {};
  return { slug, title: row.title, summary: row.summary ?? undefined, search, tree, pictures };
}

/** Every page about the paper but the about page itself, by title. */
export async function listPages(): Promise<{ slug: string; title: string; summary: string | undefined }[]> {
  const rows = await edition()
    .selectFrom('pages')
    .select(['slug', 'title', 'summary'])
    .where('slug', '!=', 'about')
    .orderBy('title')
    .execute();
  return rows.map(({ slug, title, summary }) => ({ slug, title, summary: summary ?? undefined }));
}
