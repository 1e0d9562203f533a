import { countArticles, countNewer, type ArticleFilter } from '../articles';
import { pageSize } from '../pagination';
import { archivePath, authorPath, categoryPath, numberedPath, tagPath } from '../urls';
import { edition } from '../edition/open-edition';
import type { StoryState } from './paper-state';

/** A list of more pages is not named page by page. */
const mostPages = 100;

/** The first page of each list that a story stands in, and its archives. */
export function listsOf({ path, category, authors, tags }: StoryState): string[] {
  const [year = '', month = '', day = ''] = path.slice(1).split('/');
  return [
    categoryPath(category),
    ...authors.map(authorPath),
    ...tags.map(tagPath),
    ...[`${year}-${month}-${day}`, `${year}-${month}`, year].map(archivePath),
  ];
}

/** The pages of lists that show something of a story that stays where it is; undefined where they are too many. */
export async function listsOfEdit(was: StoryState, is: StoryState, now: Date): Promise<string[] | undefined> {
  const lists = await Promise.all([
    ...exclusive(was.authors, is.authors).map((author) => pagesOf(authorPath(author), { author }, now)),
    ...exclusive(was.tags, is.tags).map((tag) => pagesOf(tagPath(tag), { tag }, now)),
    was.card === is.card ? [] : pagesThatList(is, now),
  ]);
  const known = lists.filter((pages) => pages !== undefined);
  return known.length < lists.length ? undefined : known.flat();
}

/** The page of each list that a story stands on. */
async function pagesThatList(story: StoryState, now: Date): Promise<string[]> {
  const lists: { path: string; filter: ArticleFilter }[] = [
    { path: categoryPath(story.category), filter: { category: story.category } },
    ...story.authors.map((author) => ({ path: authorPath(author), filter: { author } })),
    ...story.tags.map((tag) => ({ path: tagPath(tag), filter: { tag } })),
    { path: '/', filter: {} },
  ];
  const pages: string[] = [];
  for (const { path, filter } of lists) {
    const page = Math.floor((await countNewer(story, filter, now)) / pageSize) + 1;
    // The front page is no list: what stands on it is asked of itself.
    if (path !== '/' || page > 1) pages.push(numberedPath(path, page));
  }
  const [year = '', month = '', day = ''] = story.path.slice(1).split('/');
  return [...pages, archivePath(`${year}-${month}-${day}`), archivePath(`${year}-${month}`)];
}

/** Every page of a list, and the one that it may have had more. */
export async function pagesOf(path: string, filter: ArticleFilter, now: Date): Promise<string[] | undefined> {
  return numberedPaths(path, await countArticles(filter, now));
}

function numberedPaths(path: string, total: number): string[] | undefined {
  const pages = Math.floor(total / pageSize) + 1;
  return pages > mostPages ? undefined : Array.from({ length: pages }, (_, index) => numberedPath(path, index + 1));
}

/** Every page of the list of corrections. */
export async function correctionsPaths(): Promise<string[] | undefined> {
  const { total } = await edition()
    .selectFrom('corrections')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return numberedPaths('/corrections', total);
}

/** Every page of the list of withdrawals. */
export async function withdrawalsPaths(): Promise<string[] | undefined> {
  const { total } = await edition()
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('status', '=', 'withdrawn')
    .executeTakeFirstOrThrow();
  return numberedPaths('/withdrawals', total);
}

/** What stands in only one of two lists. */
function exclusive(one: string[], other: string[]): string[] {
  return [...one.filter((item) => !other.includes(item)), ...other.filter((item) => !one.includes(item))];
}
