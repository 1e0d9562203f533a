import { toHtml } from 'hast-util-to-html';
import { changeOf, getArticle, latestArticles, type Article, type ArticleImage } from '../articles';
import { getAuthors } from '../authors';
import { getCategory } from '../categories';
import { edition } from '../edition/open-edition';
import { fill } from '../messages/fill';
import { messagesOf } from '../messages/messages-of';
import { plainStory } from '../plain-story';
import { getSite, type Site } from '../site';
import { tagName } from '../tags';
import { authorPath, categoryPath, isSlug } from '../urls';

/** What a feed holds: the stories of a category or of an author; of the whole paper where none is named. */
export type FeedSubject = { category?: string; author?: string };

/** What every format says of a list of stories. All addresses are in full. */
export type Feed = {
  title: string;
  description: string;
  /** The list of stories on the site. */
  pageUrl: string;
  /** Where the feed is, without the name of its file. */
  listPath: string;
  language: string;
  /** The latest change of its stories. */
  changedAt: Date;
  /** The newest first. */
  stories: FeedStory[];
};

export type FeedStory = {
  /** Stays as it is through every edit (a tag URI, RFC 4151). */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The full text, with every component as plain HTML. */
  html: string;
  /** A BCP 47 tag. */
  language: string;
  publishedAt: Date;
  changedAt: Date;
  authors: { name: string; url: string }[];
  /** The section, and names of tags. */
  subjects: string[];
  image: (Pick<ArticleImage, 'width' | 'height' | 'alt' | 'credit'> & { url: string }) | undefined;
  /** The address of the primary source. */
  sourceUrl: string | undefined;
};

/** In stories. */
const feedLength = 20;

/**
 * @param siteUrl without a slash at its end
 * @returns undefined where nobody knows the category or the author
 */
export async function readFeed(subject: FeedSubject, siteUrl: string, now: Date): Promise<Feed | undefined> {
  const site = await getSite();
  const described = await describe(subject, site);
  if (!described) return undefined;
  const latest = await latestArticles(subject, feedLength, now);
  const articles = (await Promise.all(latest.map(({ path }) => getArticle(path, now)))).flatMap((found) => found ?? []);
  const firstAddresses = await firstAddressesOf(articles);
  const stories = articles.map((article) => ({
    ...storyOf(article, site, siteUrl),
    id: tagUri(firstAddresses.get(article.id) ?? article.path, siteUrl),
  }));
  const changes = stories.map((story) => story.changedAt.getTime());
  const changedAt = changes.length > 0 ? new Date(Math.max(...changes)) : ((await lastPublication()) ?? new Date(0));
  const { listPath, ...words } = described;
  return { ...words, listPath, pageUrl: siteUrl + listPath, language: site.locale, changedAt, stories };
}

/** When the edition was last written; undefined where there is no note of it. */
export async function lastPublication(): Promise<Date | undefined> {
  const row = await edition()
    .selectFrom('publications')
    .select('published_at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && new Date(row.published_at);
}

type Described = Pick<Feed, 'title' | 'description' | 'listPath'>;

async function describe({ category, author }: FeedSubject, site: Site): Promise<Described | undefined> {
  const words = messagesOf(site.locale).pages;
  const titled = (name: string) => `${name} — ${site.name}`;
  if (category !== undefined) {
    const found = isSlug(category) ? await getCategory(category) : undefined;
    if (!found) return undefined;
    const description = found.description ?? fill(words.sectionOf, { name: found.name });
    return { title: titled(found.name), description, listPath: categoryPath(category) };
  }
  if (author !== undefined) {
    const [found] = isSlug(author) ? await getAuthors([author]) : [];
    if (!found) return undefined;
    return {
      title: titled(found.name),
      description: fill(words.storiesBy, { name: found.name }),
      listPath: authorPath(author),
    };
  }
  return { title: site.name, description: site.description, listPath: '/' };
}

function storyOf(article: Article, site: Site, siteUrl: string): Omit<FeedStory, 'id'> {
  const { image } = article;
  return {
    url: siteUrl + article.path,
    title: article.title,
    summary: article.summary,
    html: toHtml(plainStory(article, site, siteUrl)),
    language: article.lang ?? site.locale,
    publishedAt: article.publishedAt,
    changedAt: changeOf(article),
    authors: article.authors.map(({ slug, name }) => ({ name, url: siteUrl + authorPath(slug) })),
    subjects: [article.category.name, ...article.tags.map((tag) => tagName(tag, site))],
    image: image && {
      url: siteUrl + image.src,
      width: image.width,
      height: image.height,
      alt: image.alt,
      credit: image.credit,
    },
    sourceUrl: article.source?.url,
  };
}

/** The oldest address of stories that moved since, by their ids: readers who have a story are not shown it again. */
async function firstAddressesOf(articles: Article[]): Promise<Map<number, string>> {
  const rows = await edition()
    .selectFrom('articles')
    .innerJoin('redirects', 'redirects.file', 'articles.file')
    .select(({ fn }) => ['articles.id', fn.min<string>('from_path').as('first')])
    .where('from_path', 'like', '/____/__/__/%')
    .where(
      'articles.id',
      'in',
      articles.map(({ id }) => id),
    )
    .groupBy('articles.id')
    .execute();
  return new Map(rows.map(({ id, first }) => [id, first]));
}

/** @param path /2025/10/25/a-story */
function tagUri(path: string, siteUrl: string): string {
  const day = path.slice(1, 11).replaceAll('/', '-');
  return `tag:${new URL(siteUrl).hostname},${day}:${path}`;
}
