import { summarise } from '../articles';
import { listCategories } from '../categories';
import { listPages } from '../pages';
import { getSite } from '../site';
import { batches } from '../edition/batches';
import { edition, withDraft, type Edition } from '../edition/open-edition';

/** What readers see of a story, as far as other pages than its own depend on it. */
export type StoryState = {
  id: number;
  file: string;
  path: string;
  title: string;
  status: 'published' | 'scheduled' | 'draft' | 'withdrawn';
  /** In ms since 1970. */
  publishedAt: number;
  category: string;
  authors: string[];
  tags: string[];
  lead: number | null;
  /** What pages show of it that lead to it, as one text to compare. */
  headline: string;
  /** The same with its standfirst, which lists show too. */
  card: string;
  /** What the list of corrections shows of it, as one text; empty for nothing. */
  corrections: string;
  redirectFrom: string[];
  /** Its language, and the stories of this paper that it names as its translations. */
  lang: string | null;
  translations: string[];
};

/** What readers see of the paper at a moment, as far as a publication touches it. */
export type PaperState = {
  /** The name of the paper, its sections and pages, as they frame every page; one text to compare. */
  frame: string;
  /** The stories of the files in question, by file. */
  stories: Map<string, StoryState>;
  /** The names of authors, by slug. */
  authors: Map<string, string>;
  /** Old addresses that lead to the story or page of a file, by file. */
  oldPaths: Map<string, string[]>;
};

/**
 * @param draft an edition, or a transaction on one
 * @param files content files, by their path below the content folder
 */
export function readPaperState(draft: Edition, files: string[], now: Date): Promise<PaperState> {
  return withDraft(draft, async () => {
    const stories = new Map<string, StoryState>();
    const authors = new Map<string, string>();
    const oldPaths = new Map<string, string[]>();
    for (const some of batches(files)) {
      const redirects = await draft.selectFrom('redirects').selectAll().where('file', 'in', some).execute();
      for (const { file, from_path } of redirects) oldPaths.set(file, [...(oldPaths.get(file) ?? []), from_path]);
      for (const story of await readStories(some, oldPaths, now)) stories.set(story.file, story);
      for (const { slug, name } of await readAuthors(some)) authors.set(slug, name);
    }
    return { frame: await readFrame(now), stories, authors, oldPaths };
  });
}

async function readFrame(now: Date): Promise<string> {
  const hasSite = await edition().selectFrom('meta').select('key').where('key', '=', 'site').executeTakeFirst();
  if (!hasSite) return '';
  const [site, categories, pages] = await Promise.all([getSite(), listCategories(now), listPages()]);
  return JSON.stringify([site, categories, pages]);
}

function readAuthors(files: string[]): Promise<{ slug: string; name: string }[]> {
  return edition().selectFrom('authors').select(['slug', 'name']).where('file', 'in', files).execute();
}

async function readStories(files: string[], oldPaths: Map<string, string[]>, now: Date): Promise<StoryState[]> {
  const rows = await edition().selectFrom('articles').selectAll().where('file', 'in', files).execute();
  const ids = rows.map(({ id }) => id);
  const cards = new Map((await summarise(ids)).map((summary) => [summary.id, summary]));
  const tags = await edition().selectFrom('article_tags').selectAll().where('article_id', 'in', ids).execute();
  const corrections = await edition().selectFrom('corrections').selectAll().where('article_id', 'in', ids).execute();
  const translations = await edition().selectFrom('translations').selectAll().where('article_id', 'in', ids).execute();
  return rows.map((row): StoryState => {
    const summary = cards.get(row.id);
    const isOut = row.published_at <= now.getTime();
    const headline = JSON.stringify([
      summary?.title,
      summary?.kind,
      summary?.category,
      summary?.image,
      summary?.publishedAt,
      summary?.readingMinutes,
      summary?.lang,
    ]);
    const own = corrections
      .filter((correction) => correction.article_id === row.id)
      .map(({ corrected_at, text }) => [corrected_at, text]);
    return {
      id: row.id,
      file: row.file,
      path: row.path,
      title: row.title,
      // A story that was withdrawn before its moment was never public.
      status: row.status === 'draft' ? 'draft' : isOut ? row.status : 'scheduled',
      publishedAt: row.published_at,
      category: row.category,
      authors: (summary?.authors ?? []).map(({ slug }) => slug),
      tags: tags.filter((tag) => tag.article_id === row.id).map(({ tag }) => tag),
      lead: row.lead,
      headline,
      card: JSON.stringify([headline, summary?.summary]),
      corrections:
        isOut && row.status === 'published' && own.length > 0 ? JSON.stringify([row.path, row.title, own]) : '',
      redirectFrom: oldPaths.get(row.file) ?? [],
      lang: row.lang,
      translations: translations
        .filter(({ article_id, url }) => article_id === row.id && url.startsWith('/'))
        .map(({ url }) => url),
    };
  });
}

/** Content files that show some pictures, which are named by their address. */
export async function filesWithPictures(draft: Edition, sources: string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const some of batches(sources)) {
    const rows = await draft
      .selectFrom('refs')
      .select('file')
      .where('kind', 'in', ['image', 'leadImage'])
      .where('target', 'in', some)
      .execute();
    for (const { file } of rows) files.add(file);
  }
  return [...files];
}
