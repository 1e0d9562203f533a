import type { Image, Search, Source } from 'contentlayer/generated';
import type { Root } from 'hast';
import { sql, type SelectQueryBuilder } from 'kysely';
import { periodBounds, type Period } from './dates';
import { edition } from './edition/open-edition';
import type { EditionTables } from './edition/schema';
import { getPictures, getPicturesIn, type Picture } from './images';
import type { BodyHeading } from './mdx/body';
import { offsetOf, paged, pageSize, type Paged } from './pagination';
import { countIn } from './story-counts';

export type ArticleKind = 'news' | 'analysis' | 'explainer' | 'opinion' | 'interview' | 'sponsored';

export type Credited = { slug: string; name: string };

/** An article's picture: the file as it is served, and what the writer says of it. */
export type ArticleImage = Picture & Pick<Image, 'alt' | 'credit' | 'caption'>;

/** What lists show of an article. */
export type ArticleSummary = {
  id: number;
  path: string;
  title: string;
  summary: string;
  kind: ArticleKind;
  category: Credited;
  authors: Credited[];
  publishedAt: Date;
  updatedAt: Date | undefined;
  dateline: string | undefined;
  /** The story's own language, a BCP 47 tag; undefined where it is the paper's. */
  lang: string | undefined;
  image: ArticleImage | undefined;
  readingMinutes: number;
};

/** What the article's own page shows. */
export type Article = ArticleSummary & {
  /** yyyy-mm-dd in the site's time zone, the day of its address. */
  day: string;
  status: 'published' | 'draft' | 'withdrawn';
  tree: Root;
  headings: BodyHeading[];
  tags: string[];
  source: Source | undefined;
  /** What search engines are told instead of the headline and standfirst. */
  search: Pick<Search, 'title' | 'description'>;
  corrections: { date: Date; text: string }[];
  /** Addresses of this site that the body links to. */
  links: string[];
  /** Pictures in the body, by the address that the writer gave. */
  pictures: Map<string, Picture>;
};

/** How fast people read stories of this kind, in words a minute. */
const wordsAMinute = 230;

/** Which articles a list holds; with nothing said, all that readers may see. */
export type ArticleFilter = {
  category?: string;
  author?: string;
  tag?: string;
  /** A year, month or day in the site's time zone. */
  period?: { period: Period; timeZone: string };
  /** Articles that the page shows already. */
  except?: number[];
};

export type ArticleQuery = SelectQueryBuilder<EditionTables, 'articles', object>;

/**
 * Where visibility is decided, for every list, page and feed: published, and not in the future.
 */
export function visibleArticles(now: Date): ArticleQuery {
  return edition()
    .selectFrom('articles')
    .where('articles.status', '=', 'published')
    .where('articles.published_at', '<=', now.getTime());
}

/** Newest first, a page at a time. */
export async function listArticles(filter: ArticleFilter, page: number, now: Date): Promise<Paged<ArticleSummary>> {
  const total = await countArticles(filter, now);
  return paged(await latestArticles(filter, pageSize, now, offsetOf(page)), page, total);
}

/** The newest articles. */
export async function latestArticles(
  filter: ArticleFilter,
  limit: number,
  now: Date,
  offset = 0,
): Promise<ArticleSummary[]> {
  return summarise(await latestIds(filter, limit, now, offset));
}

/** The ids of the newest articles. */
export async function latestIds(filter: ArticleFilter, limit: number, now: Date, offset = 0): Promise<number[]> {
  const rows = await listed(filter, now)
    .orderBy('moment', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many articles of a list come before one that stands in it. */
export async function countNewer(
  { publishedAt, id }: { publishedAt: number; id: number },
  filter: ArticleFilter,
  now: Date,
): Promise<number> {
  const { total } = await edition()
    .selectFrom(listed(filter, now).as('list'))
    .where(sql<boolean>`(moment, id) > (${publishedAt}, ${id})`)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** How many articles a list holds; those that the paper has pages for are counted as the edition is written. */
export async function countArticles(filter: ArticleFilter, now: Date): Promise<number> {
  const list = ownListOf(filter);
  if (list) return countIn(list.name, list.slug, now);
  const { total } = await visibleArticlesOf(filter, now)
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

type OwnList = { name: 'all' | 'category' | 'author' | 'tag'; slug: string };

/** The list with pages of its own that a filter stands for; none where it narrows one further. */
function ownListOf({ category, author, tag, period, except = [] }: ArticleFilter): OwnList | undefined {
  const lists: OwnList[] = [];
  if (category !== undefined) lists.push({ name: 'category', slug: category });
  if (author !== undefined) lists.push({ name: 'author', slug: author });
  if (tag !== undefined) lists.push({ name: 'tag', slug: tag });
  if (period || except.length > 0 || lists.length > 1) return undefined;
  return lists[0] ?? { name: 'all', slug: '' };
}

/** A list, in no order; each that has pages of its own can be read off an index in the order of its moments and ids. */
function listed(
  filter: ArticleFilter,
  now: Date,
): SelectQueryBuilder<EditionTables, never, { id: number; moment: number | null }> {
  const list = ownListOf(filter);
  switch (list?.name) {
    case 'author':
      return edition()
        .selectFrom('article_authors')
        .select(['article_id as id', 'listed_at as moment'])
        .where('author', '=', list.slug)
        .where('listed_at', '<=', now.getTime());
    case 'tag':
      return edition()
        .selectFrom('article_tags')
        .select(['article_id as id', 'listed_at as moment'])
        .where('tag', '=', list.slug)
        .where('listed_at', '<=', now.getTime());
    default:
      return visibleArticlesOf(filter, now).select(['articles.id as id', 'articles.published_at as moment']);
  }
}

/** Articles pinned to the front page, lowest number first. */
export async function leadArticles(limit: number, now: Date): Promise<ArticleSummary[]> {
  // Asked for by themselves: beside the conditions of visibility, SQLite would look through all that is visible.
  const pinned = edition().selectFrom('articles').select('id').where('lead', 'is not', null);
  const rows = await visibleArticles(now)
    .select('articles.id')
    .where('articles.id', 'in', pinned)
    .orderBy('articles.lead')
    .orderBy('articles.published_at', 'desc')
    .limit(limit)
    .execute();
  return summarise(rows.map(({ id }) => id));
}

/** The article at an address, where readers may see it. */
export function getArticle(path: string, now: Date): Promise<Article | undefined> {
  return readArticle(visibleArticles(now), path);
}

/** The draft or scheduled article that will be at an address: for a preview, and for nothing else. */
export function getUnpublishedArticle(path: string, now: Date): Promise<Article | undefined> {
  const waiting = edition()
    .selectFrom('articles')
    .where(({ eb, or, and }) =>
      or([eb('status', '=', 'draft'), and([eb('status', '=', 'published'), eb('published_at', '>', now.getTime())])]),
    );
  return readArticle(waiting, path);
}

async function readArticle(articles: ArticleQuery, path: string): Promise<Article | undefined> {
  const row = await articles
    .innerJoin('bodies', 'bodies.article_id', 'articles.id')
    .selectAll()
    .where('articles.path', '=', path)
    .executeTakeFirst();
  if (!row) return undefined;
  const [summary] = await summarise([row.id]);
  if (!summary) return undefined;
  const tree: Root = JSON.parse(row.tree);
  const headings: BodyHeading[] = JSON.parse(row.headings);
  const tags = await edition()
    .selectFrom('article_tags')
    .select('tag')
    .where('article_id', '=', row.id)
    .orderBy('tag')
    .execute();
  return {
    ...summary,
    day: row.day,
    status: row.status,
    tree,
    headings,
    tags: tags.map(({ tag }) => tag),
    source: parse<Source>(row.source),
    search: parse<Search>(row.search) ?? {},
    corrections: await getCorrections(row.id),
    links: await getLinks(row.file),
    pictures: await getPicturesIn(row.file),
  };
}

/** When the story last became another one: published, updated or corrected. */
export function changeOf({
  publishedAt,
  updatedAt,
  corrections,
}: Pick<Article, 'publishedAt' | 'updatedAt' | 'corrections'>): Date {
  const moments = [publishedAt, updatedAt ?? publishedAt, ...corrections.map(({ date }) => date)];
  return new Date(Math.max(...moments.map(Number)));
}

/** The ids of the articles among some addresses. */
export async function articleIdsAt(paths: string[]): Promise<number[]> {
  if (paths.length === 0) return [];
  const rows = await edition().selectFrom('articles').select('id').where('path', 'in', paths).execute();
  return rows.map(({ id }) => id);
}

async function getLinks(file: string): Promise<string[]> {
  const rows = await edition()
    .selectFrom('refs')
    .select('target')
    .where('file', '=', file)
    .where('kind', '=', 'link')
    .execute();
  return rows.map(({ target }) => target);
}

async function getCorrections(articleId: number): Promise<Article['corrections']> {
  const rows = await edition()
    .selectFrom('corrections')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('corrected_at')
    .execute();
  return rows.map(({ corrected_at, text }) => ({ date: new Date(corrected_at), text }));
}

/** The articles of a list, in no order. */
export function visibleArticlesOf(
  { category, author, tag, period, except = [] }: ArticleFilter,
  now: Date,
): ArticleQuery {
  let query = visibleArticles(now);
  if (category !== undefined) query = query.where('articles.category', '=', category);
  if (author !== undefined) {
    const ids = edition().selectFrom('article_authors').select('article_id').where('author', '=', author);
    query = query.where('articles.id', 'in', ids.where('listed_at', 'is not', null));
  }
  if (tag !== undefined) {
    const ids = edition().selectFrom('article_tags').select('article_id').where('tag', '=', tag);
    query = query.where('articles.id', 'in', ids.where('listed_at', 'is not', null));
  }
  if (period) {
    const { start, end } = periodBounds(period.period, period.timeZone);
    query = query
      .where('articles.published_at', '>=', start.getTime())
      .where('articles.published_at', '<', end.getTime());
  }
  return except.length > 0 ? query.where('articles.id', 'not in', except) : query;
}

/** The summaries of articles, in the order of their ids. */
export async function summarise(ids: number[]): Promise<ArticleSummary[]> {
  if (ids.length === 0) return [];
  const rows = await edition()
    .selectFrom('articles')
    .leftJoin('categories', 'categories.slug', 'articles.category')
    .selectAll('articles')
    .select('categories.name as category_name')
    .where('articles.id', 'in', ids)
    .execute();
  const credits = await edition()
    .selectFrom('article_authors')
    .leftJoin('authors', 'authors.slug', 'article_authors.author')
    .select(['article_id', 'author as slug', 'name'])
    .where('article_id', 'in', ids)
    .orderBy('position')
    .execute();
  const images = rows.map(({ image }) => parse<Image>(image));
  const pictures = await getPictures(images.flatMap((image) => (image ? [image.src] : [])));
  const summaries = rows.map((row, index): ArticleSummary => {
    const image = images[index];
    const picture = image && pictures.get(image.src);
    return {
      id: row.id,
      path: row.path,
      title: row.title,
      summary: row.summary,
      kind: row.kind,
      category: { slug: row.category, name: row.category_name ?? row.category },
      authors: credits
        .filter((credit) => credit.article_id === row.id)
        .map(({ slug, name }) => ({ slug, name: name ?? slug })),
      publishedAt: new Date(row.published_at),
      updatedAt: row.updated_at === null ? undefined : new Date(row.updated_at),
      dateline: row.dateline ?? undefined,
      lang: row.lang ?? undefined,
      image:
        image && picture ? { ...picture, alt: image.alt, credit: image.credit, caption: image.caption } : undefined,
      readingMinutes: Math.max(1, Math.round(row.words / wordsAMinute)),
    };
  });
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function parse<T>(json: string | null): T | undefined {
  if (json === null) return undefined;
  const value: T = JSON.parse(json);
  return value;
}
