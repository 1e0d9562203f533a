import { latestArticles, visibleArticles, visibleArticlesOf } from '../articles';
import { storiesInFrame } from '../frame';
import { getFrontPage } from '../front-page';
import { authorPath, categoryPath, historyPath, pagePath, postNumberOf } from '../urls';
import { correctionsPaths, listsOf, listsOfEdit, pagesOf, withdrawalsPaths } from './list-paths';
import { edition, withDraft, type Edition } from '../edition/open-edition';
import type { PaperState, StoryState } from './paper-state';
import { pathsOf, pathsRelatedTo } from './related-paths';

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

/** With more stories than this to look at one by one, every page is made anew. */
const mostStories = 300;

/**
 * The addresses that show what changed between two states of the paper. A story that comes, goes or moves changes the
 * counts and calendars that stand beside every story, and so every page; an edit changes the story's page and each one
 * that lists it.
 *
 * @param draft the edition as it is after the change
 * @param touched content files that were added, changed or removed, or whose pictures were; and the files of stories
 * whose history is another one
 */
export function affectedPaths(
  draft: Edition,
  { files, histories }: { files: string[]; histories: string[] },
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
    if (await isFrontPageOther(edited, before, after, now)) paths.add('/');
    if (await isFrameOther(edited, now)) add(await withdrawnPaths());
    for (const file of files) {
      add(await pathsOfFile(file, now));
      if (file.startsWith('pages/')) add([before, after].flatMap((state) => cached(state.oldPaths.get(file) ?? [])));
    }
    add(await pathsOfHistories(histories, now));
    for (const { was, is } of edited.slice(0, mostStories)) {
      if (!was || !is) continue;
      add(await listsOfEdit(was, is, now));
      add(await translationPaths(was, is, now));
      if (!isEverywhere) add(await pathsRelatedTo(was, is, mostStories, now));
    }
    if (changes.some(({ was, is }) => (was?.corrections ?? '') !== (is?.corrections ?? ''))) {
      add(await correctionsPaths());
    }
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
  return story && hasPage(story) ? [story.path, ...cached(story.redirectFrom)] : [];
}

/** Addresses with a query are answered anew for each reader. */
function cached(oldPaths: string[]): string[] {
  return oldPaths.filter((path) => postNumberOf(path) === undefined);
}

function answersOf(changes: Change[]): Record<string, number> {
  const answers: Record<string, number> = {};
  for (const { was } of changes) for (const path of ownPaths(was)) answers[path] = 404;
  for (const { is } of changes) {
    if (!is || !hasPage(is)) continue;
    answers[is.path] = is.status === 'withdrawn' ? 410 : 200;
    for (const path of cached(is.redirectFrom)) answers[path] = 308;
  }
  return answers;
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

/** A story names how often it changed, and its history what. */
async function pathsOfHistories(files: string[], now: Date): Promise<string[] | undefined> {
  if (files.length > mostStories) return undefined;
  const paths = await pathsOf(visibleArticles(now).where('articles.file', 'in', files), mostStories);
  return paths?.flatMap((path) => [path, historyPath(path)]);
}

/** Whether an edit shows among the newest stories, which a story that was withdrawn leads on to. */
async function isFrameOther(edited: Change[], now: Date): Promise<boolean> {
  const recast = edited.filter(({ was, is }) => was?.card !== is?.card);
  const newest = recast.length > 0 ? await latestArticles({}, storiesInFrame, now) : [];
  return recast.some(({ is }) => newest.some(({ id }) => id === is?.id));
}

/** Stories that name each other as translations lead to each other, whichever of the two says so. */
async function translationPaths(was: StoryState, is: StoryState, now: Date): Promise<string[] | undefined> {
  const exclusive = [
    ...was.translations.filter((path) => !is.translations.includes(path)),
    ...is.translations.filter((path) => !was.translations.includes(path)),
  ];
  if (was.lang === is.lang) return exclusive;
  const naming = visibleArticles(now)
    .innerJoin('translations', 'translations.article_id', 'articles.id')
    .where('translations.url', '=', is.path);
  const paths = await pathsOf(naming, mostStories);
  return paths && [...is.translations, ...paths, ...exclusive];
}

function withdrawnPaths(): Promise<string[] | undefined> {
  return pathsOf(edition().selectFrom('articles').where('status', '=', 'withdrawn'), mostStories);
}

/** Whether an edit may show on the front page, which also names who wrote its first story. */
async function isFrontPageOther(edited: Change[], before: PaperState, after: PaperState, now: Date): Promise<boolean> {
  if (edited.some(({ was, is }) => was?.lead !== is?.lead)) return true;
  if ([...after.authors].some(([slug, name]) => before.authors.get(slug) !== name)) return true;
  const recast = edited.filter(({ was, is }) => was?.card !== is?.card || was?.authors.join() !== is?.authors.join());
  if (recast.length === 0) return false;
  const { lead, seconds, latest, sections } = await getFrontPage(now);
  const shown = [...(lead ? [lead] : []), ...seconds, ...latest, ...sections.flatMap(({ articles }) => articles)];
  return recast.some(({ is }) => shown.some(({ id }) => id === is?.id));
}
