import { isPeriod } from '../dates';
import { archivePath, authorPath, categoryPath, pagePath, parsePageNumber, tagPath } from '../urls';
import { batches } from './batches';
import type { Edition } from './open-edition';

/** Addresses of the site that no content file makes. */
const fixedPaths = ['/', '/about', '/corrections', '/search', '/withdrawals'];

/** What the site answers by itself, whatever the paper holds: no old address below these is ever looked up. */
const ownFolders = ['_next', 'api', 'crops', 'icons', 'images', 'markdown', 'post-number', 'preview', 'social'];
const ownFile =
  /^\/(offline|sw\.js|manifest\.webmanifest|(ads|llms|robots)\.txt|(news-)?sitemap\.xml|sitemaps\/.*|((author|category)\/[^/]+\/)?(atom\.xml|feed\.(json|xml)))$/;

/** Whether an address can never lead on to another, because the site itself is there. */
export function isOwnAddress(path: string): boolean {
  return fixedPaths.includes(path) || ownFolders.includes(path.split('/')[1] ?? '') || ownFile.test(path);
}

/** Whether an address other than a story's leads somewhere. */
export async function isPageOfPaper(draft: Edition, target: string): Promise<boolean> {
  const list = /^(.*)\/page\/(\d+)$/.exec(target);
  if (list) return parsePageNumber(list[2] ?? '') !== undefined && (await isPageOfPaper(draft, list[1] || '/'));
  if (fixedPaths.includes(target)) return true;
  const [, section = '', slug = ''] = /^\/(\w+)\/([\w-]+)$/.exec(target) ?? [];
  const find = async (query: { executeTakeFirst(): Promise<unknown> }) =>
    (await query.executeTakeFirst()) !== undefined;
  switch (section) {
    case 'category':
      return find(draft.selectFrom('categories').select('slug').where('slug', '=', slug));
    case 'author':
      return find(draft.selectFrom('authors').select('slug').where('slug', '=', slug));
    case 'tag':
      return find(draft.selectFrom('article_tags').select('tag').where('tag', '=', slug).limit(1));
    case 'about':
      return find(draft.selectFrom('pages').select('slug').where('slug', '=', slug));
  }
  if (target.startsWith('/images/')) return find(draft.selectFrom('images').select('src').where('src', '=', target));
  const period = target.slice(1).replaceAll('/', '-');
  if (!isPeriod(period) || archivePath(period) !== target) return false;
  return find(
    draft.selectFrom('articles').select('id').where('day', '>=', period).where('day', '<', `${period}~`).limit(1),
  );
}

/** What there is because of some content files, by the sort of reference that may lead to it. */
export type Offered = { links: Set<string>; authors: Set<string>; categories: Set<string>; stories: Set<string> };

/** What some files offer others to point to, before they are changed or removed. */
export async function offeredBy(draft: Edition, files: string[]): Promise<Offered> {
  const offered: Offered = { links: new Set(), authors: new Set(), categories: new Set(), stories: new Set() };
  for (const some of batches(files)) {
    const stories = await draft
      .selectFrom('articles')
      .select(['id', 'path', 'day'])
      .where('file', 'in', some)
      .execute();
    const ids = stories.map(({ id }) => id);
    for (const { path, day } of stories) {
      offered.stories.add(path);
      for (const period of [day, day.slice(0, 7), day.slice(0, 4)]) offered.links.add(archivePath(period));
    }
    const tags = await draft.selectFrom('article_tags').select('tag').where('article_id', 'in', ids).execute();
    for (const { tag } of tags) offered.links.add(tagPath(tag));
    const redirects = await draft.selectFrom('redirects').select('from_path').where('file', 'in', some).execute();
    for (const { from_path } of redirects) offered.links.add(from_path);
    for (const file of some) {
      const [, folder = '', slug = ''] = /^(authors|categories|pages)\/(.+)\.\w+$/.exec(file) ?? [];
      if (folder === 'authors') offered.authors.add(slug);
      if (folder === 'categories') offered.categories.add(slug);
      if (folder === 'pages') offered.links.add(pagePath(slug));
    }
  }
  for (const path of offered.stories) offered.links.add(path);
  for (const slug of offered.authors) offered.links.add(authorPath(slug));
  for (const slug of offered.categories) offered.links.add(categoryPath(slug));
  return offered;
}

/**
 * The files that point to something which was offered and is no more, or is another story now: what a publication has to
 * check beside the files that it writes.
 *
 * @param draft the edition as it would be
 */
export async function filesMissing(
  draft: Edition,
  { links, authors, categories, stories }: Offered,
): Promise<string[]> {
  const files = new Set<string>();
  const note = (rows: { file: string }[]) => rows.forEach(({ file }) => files.add(file));
  for (const link of links) {
    if (await leadsSomewhere(draft, link)) continue;
    const refs = draft.selectFrom('refs').select('file').where('kind', '=', 'link');
    note(await refs.where('target', '=', link).execute());
    note(await refs.where('target', '>', `${link}/page/`).where('target', '<', `${link}/page~`).execute());
  }
  for (const [kind, table, slugs] of [
    ['author', 'authors', authors],
    ['category', 'categories', categories],
  ] as const) {
    for (const slug of slugs) {
      if (await draft.selectFrom(table).select('slug').where('slug', '=', slug).executeTakeFirst()) continue;
      note(await draft.selectFrom('refs').select('file').where('kind', '=', kind).where('target', '=', slug).execute());
    }
  }
  for (const some of batches([...stories])) {
    const naming = draft.selectFrom('translations').innerJoin('articles', 'articles.id', 'translations.article_id');
    note(await naming.select('file').where('url', 'in', some).execute());
  }
  return [...files];
}

/** Whether a link to an address is no mistake. */
async function leadsSomewhere(draft: Edition, target: string): Promise<boolean> {
  const story = await draft.selectFrom('articles').select('status').where('path', '=', target).executeTakeFirst();
  if (story) return story.status !== 'draft';
  const redirect = await draft
    .selectFrom('redirects')
    .select('from_path')
    .where('from_path', '=', target)
    .executeTakeFirst();
  return redirect !== undefined || isPageOfPaper(draft, target);
}
