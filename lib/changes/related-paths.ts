import { countNewer, visibleArticles, visibleArticlesOf, type ArticleFilter } from '../articles';
import { newestOfTag, storiesToRead } from '../related';
import { edition } from '../edition/open-edition';
import type { StoryState } from './paper-state';

/**
 * A story is offered below others that share a tag with it, when it is among the newest of that; below those with few
 * such stories also when it is among the newest of its section or of the paper. So many may stand before it there: four
 * stories, and those that a story links to or has on its page already.
 */
const newest = 30;

/**
 * The stories that offer this one otherwise than before: undefined where more than `most` would have to be looked at.
 *
 * @param most stories
 */
export async function pathsRelatedTo(
  was: StoryState,
  is: StoryState,
  most: number,
  now: Date,
): Promise<string[] | undefined> {
  // Who shares a tag that came or went may offer this one, or no longer.
  const others = [...was.tags, ...is.tags].filter((tag) => !was.tags.includes(tag) || !is.tags.includes(tag));
  const regrouped = others.length === 0 ? [] : await pathsOf(sharingTags(others, now), most);
  const offering = was.headline === is.headline ? [] : await pathsOffering(is, most, now);
  return regrouped && offering && [...regrouped, ...offering];
}

async function pathsOffering(story: StoryState, most: number, now: Date): Promise<string[] | undefined> {
  const lists: { filter: ArticleFilter; depth: number }[] = [
    ...story.tags.map((tag) => ({ filter: { tag }, depth: newestOfTag })),
    { filter: { category: story.category }, depth: newest },
    { filter: {}, depth: newest },
  ];
  const candidates = new Set<string>();
  for (const { filter, depth } of lists) {
    if ((await countNewer(story, filter, now)) >= depth) continue;
    const some = await pathsOf(visibleArticlesOf(filter, now), most);
    if (!some) return undefined;
    some.forEach((path) => candidates.add(path));
  }
  const offering: string[] = [];
  for (const path of candidates) {
    if (await offers(path, story.id, now)) offering.push(path);
  }
  return offering;
}

async function offers(path: string, storyId: number, now: Date): Promise<boolean> {
  const row = await edition()
    .selectFrom('articles')
    .select(['id', 'file', 'category'])
    .where('path', '=', path)
    .executeTakeFirstOrThrow();
  const tags = await edition().selectFrom('article_tags').select('tag').where('article_id', '=', row.id).execute();
  const links = await edition()
    .selectFrom('refs')
    .select('target')
    .where('file', '=', row.file)
    .where('kind', '=', 'link')
    .execute();
  const story = {
    id: row.id,
    category: { slug: row.category },
    tags: tags.map(({ tag }) => tag),
    links: links.map(({ target }) => target),
  };
  return (await storiesToRead(story, now)).some(({ id }) => id === storyId);
}

function sharingTags(tags: string[], now: Date) {
  return visibleArticles(now).where('articles.id', 'in', (query) =>
    query.selectFrom('article_tags').select('article_id').where('tag', 'in', tags).where('listed_at', 'is not', null),
  );
}

/** The addresses of some stories; undefined where there are more than `most`. */
export async function pathsOf(
  articles: ReturnType<typeof visibleArticles>,
  most: number,
): Promise<string[] | undefined> {
  const rows = await articles
    .select('articles.path')
    .limit(most + 1)
    .execute();
  return rows.length > most ? undefined : rows.map(({ path }) => path);
}
