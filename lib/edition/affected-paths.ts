import { visibleArticlesOf, type ArticleFilter } from '../articles';
import { getFrontPage } from '../front-page';
import { pageSize } from '../pagination';
import { archivePath, authorPath, categoryPath, numberedPath, pagePath, tagPath } from '../urls';
import { edition, withDraft, type Edition } from './open-edition';
import type { PaperState, StoryState } from './paper-state';
import { newerThan, pathsOf, pathsRelatedTo } from './related-paths';

/** The pages that show something other than before. */
export type AffectedPaths = {
  /** Each once, the most important first. */
  paths: string[];
  /** The status that a story's address answers with now: 200, 308, 404 or 410. */
  answers: Record<string, number>;
  /** Every page shows something new: what frames them all, such as the counts beside the sections. */
  isEverywhere: boolean;
};

/** A story before and after; undefined where there was or is none. */
type Change = { was: StoryState | undefined; is: StoryState | undefined };

/** With more than this to look at one by one, every page is made anew. */
const mostStories = 300;
const mostPages = 100;

/**
 * The addresses that show what changed between two states of the paper. A story that comes, goes or moves changes the
 * counts and calendars that stand beside every story, and so every page; an edit changes the story's page and each one
 * that lists it.
 *
 * @param draft the edition as it is after the change
 * @param files content files that were added, changed or removed, or whose pictures were
 */
export function affectedPaths(
  draft: Edition,
  files: string[],
  before: PaperState,
  after: PaperState,
  now: Date,
): Promise<AffectedPaths> {
  return withDraft(draft, async () => {
    const changes = files
      .map((file): Change => ({ was: before.stories.get(file), is: after.stories.get(file) }))
      .filter(({ was, is }) => hasPage(was) || hasPage(is))
      .toSorted((a, b) => momentOf(b) - momentOf(a));
    const paths = new Set(changes.flatMap(({ was, is }) => [...ownPaths(is), ...ownPaths(was)]));
    let isEverywhere = before.frame !== after.frame || changes.length > mostStories;
    const add = (some: string[] | undefined) => {
      if (some) some.forEach((path) => paths.add(path));
      else isEverywhere = true;
    };

    const listed = changes.filter(({ was, is }) => isListed(was) || isListed(is));
    const moved = listed.filter(hasMoved);
    const edited = listed.filter((change) => !hasMoved(change));
    if (moved.length > 0) {
      isEverywhere = true;
      paths.add('/');
      for (const { was, is } of moved) add([is, was].flatMap((story) => (isListed(story) ? listsOf(story) : [])));
    }
    if (edited.some(({ was, is }) => was?.lead !== is?.lead) || (await isOnFrontPage(edited, now))) paths.add('/');
    for (const file of files) add(await pathsOfFile(file, now));
    for (const { was, is } of edited.slice(0, mostStories)) {
      if (!was || !is) continue;
      add(await listsOfEdit(was, is, now));
      if (!isEverywhere && isOfferedOtherwise(was, is)) add(await pathsRelatedTo(was, is, mostStories, now));
    }
    if (edited.some(({ was, is }) => was?.card !== is?.card)) add(await withdrawnPaths());
    if (changes.some(({ was, is }) => (was?.corrections ?? '') !== (is?.corrections ?? '')))
      add(await correctionsPaths());
    if (changes.some(({ was, is }) => was?.status === 'withdrawn' || is?.status === 'withdrawn')) {
      add(await withdrawalsPaths());
    }
    const ordered = paths.has('/') ? ['/', ...[...paths].filter((path) => path !== '/')] : [...paths];
    return { paths: ordered, answers: answersOf(changes), isEverywhere };
  });
}

/** The newest stories are what readers come for. */
function momentOf({ was, is }: Change): number {
  return (is ?? was)?.publishedAt ?? 0;
}

function isListed(story: StoryState | undefined): story is StoryState {
  return story?.status === 'published';
}

function hasPage(story: StoryState | undefined): boolean {
  return story?.status === 'published' || story?.status === 'withdrawn';
}

/** Whether a story came, went, or stands elsewhere in a list. */
function hasMoved({ was, is }: Change): boolean {
  return (
    isListed(was) !== isListed(is) ||
    was?.path !== is?.path ||
    was?.publishedAt !== is?.publishedAt ||
    was?.category !== is?.category
  );
}

function ownPaths(story: StoryState | undefined): string[] {
  return story && hasPage(story) ? [story.path, ...story.redirectFrom] : [];
}

function answersOf(changes: Change[]): Record<string, number> {
  const answers: Record<string, number> = {};
  for (const { was } of changes) for (const path of ownPaths(was)) answers[path] = 404;
  for (const { is } of changes) {
    if (!is || !hasPage(is)) continue;
    answers[is.path] = is.status === 'withdrawn' ? 410 : 200;
    for (const path of is.redirectFrom) answers[path] = 308;
  }
  return answers;
}

/** The first page of each list that a story stands in, and its archives. */
function listsOf({ path, category, authors, tags }: StoryState): string[] {
  const [year = '', month = '', day = ''] = path.slice(1).split('/');
  return [
    categoryPath(category),
    ...authors.map(authorPath),
    ...tags.map(tagPath),
    ...[`${year}-${month}-${day}`, `${year}-${month}`, year].map(archivePath),
  ];
}

/** The pages of lists that show something of a story that stays where it is; undefined where they are too many. */
async function listsOfEdit(was: StoryState, is: StoryState, now: Date): Promise<string[] | undefined> {
  const lists = await Promise.all([
    ...exclusive(was.authors, is.authors).map((author) => pagesOf(authorPath(author), { author }, now)),
    ...exclusive(was.tags, is.tags).map((tag) => pagesOf(tagPath(tag), { tag }, now)),
    was.card === is.card ? [] : pagesThatList(is, now),
  ]);
  const known = lists.filter((pages) => pages !== undefined);
  return known.length < lists.length ? undefined : known.flat();
}

/** Whether other stories may offer another one than before, or show it otherwise. */
function isOfferedOtherwise(was: StoryState, is: StoryState): boolean {
  return was.card !== is.card || exclusive(was.tags, is.tags).length > 0;
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
    const page = Math.floor((await newerThan(story, filter, now)) / pageSize) + 1;
    // The front page is no list: what stands on it is asked of itself.
    if (path !== '/' || page > 1) pages.push(numberedPath(path, page));
  }
  const [year = '', month = '', day = ''] = story.path.slice(1).split('/');
  return [...pages, archivePath(`${year}-${month}-${day}`), archivePath(`${year}-${month}`)];
}

/** Pages that a file other than a story's shows on; undefined where they are too many to name. */
async function pathsOfFile(file: string, now: Date): Promise<string[] | undefined> {
  const [, folder = '', slug = ''] = /^(authors|categories|pages)\/(.+)\.\w+$/.exec(file) ?? [];
  if (folder === 'pages') return [pagePath(slug)];
  if (folder === 'categories') return pagesOf(categoryPath(slug), { category: slug }, now);
  if (folder !== 'authors') return [];
  const lists = await pagesOf(authorPath(slug), { author: slug }, now);
  const stories = await pathsOf(visibleArticlesOf({ author: slug }, now), mostStories);
  return lists && stories && [...lists, ...stories];
}

/** Every page of a list, and the one that it may have had more. */
async function pagesOf(path: string, filter: ArticleFilter, now: Date): Promise<string[] | undefined> {
  const { total } = await visibleArticlesOf(filter, now)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return numberedPaths(path, total);
}

function numberedPaths(path: string, total: number): string[] | undefined {
  const pages = Math.floor(total / pageSize) + 1;
  return pages > mostPages ? undefined : Array.from({ length: pages }, (_, index) => numberedPath(path, index + 1));
}

/** A story that was withdrawn leads on to the newest ones. */
function withdrawnPaths(): Promise<string[] | undefined> {
  return pathsOf(edition().selectFrom('articles').where('status', '=', 'withdrawn'), mostStories);
}

async function correctionsPaths(): Promise<string[] | undefined> {
  const { total } = await edition()
    .selectFrom('corrections')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return numberedPaths('/corrections', total);
}

async function withdrawalsPaths(): Promise<string[] | undefined> {
  const { total } = await edition()
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('status', '=', 'withdrawn')
    .executeTakeFirstOrThrow();
  return numberedPaths('/withdrawals', total);
}

/** Whether the front page shows a story that looks other than before. */
async function isOnFrontPage(edited: Change[], now: Date): Promise<boolean> {
  const others = edited.filter(({ was, is }) => was?.card !== is?.card);
  if (others.length === 0) return false;
  const { lead, seconds, latest, sections } = await getFrontPage(now);
  const shown = [...(lead ? [lead] : []), ...seconds, ...latest, ...sections.flatMap(({ articles }) => articles)];
  return others.some(({ is }) => shown.some(({ id }) => id === is?.id));
}

/** What stands in only one of two lists. */
function exclusive(one: string[], other: string[]): string[] {
  return [...one.filter((item) => !other.includes(item)), ...other.filter((item) => !one.includes(item))];
}
