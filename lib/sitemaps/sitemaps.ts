import { subHours } from 'date-fns/subHours';
import { sql } from 'kysely';
import { archiveMonths } from '../archive';
import { visibleArticles } from '../articles';
import { listAuthors } from '../authors';
import { listCategories } from '../categories';
import { periodBounds, type Period } from '../dates';
import { edition } from '../edition/open-edition';
import { oncePerEdition } from '../once-per-edition';
import { listPages } from '../pages';
import { archivePath, authorPath, categoryPath, pagePath } from '../urls';
import type { SitemapEntry, NewsEntry } from './sitemap-xml';

/** Of addresses in one file, by the protocol of sitemaps.org. */
const mostAddresses = 50_000;

/** Of stories in a news sitemap, as Google sets it. */
const mostNews = 1_000;

/** A news sitemap names stories no older than this, in hours. */
const newsHours = 48;

/** One file of the index: the pages, or a part of a month, counted from 1. */
export type SitemapFile = { month: Period | undefined; part: number };

/** The name of a file below /sitemaps/. */
export function sitemapFileName({ month, part }: SitemapFile): string {
  return `${month ?? 'pages'}${part > 1 ? `-${part}` : ''}.xml`;
}

/** What the name of a file below /sitemaps/ means; undefined for a name that no file has. */
export function parseSitemapFileName(name: string): SitemapFile | undefined {
  const [, base = '', part] = /^(pages|\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?\.xml$/.exec(name) ?? [];
  if (base === '') return undefined;
  return { month: base === 'pages' ? undefined : base, part: part ? Number(part) : 1 };
}

/** Every file that the index names, the newest month first. */
export async function listSitemapFiles(siteUrl: string, now: Date): Promise<SitemapEntry[]> {
  const months = await changesByMonth(now);
  const entry = (month: Period | undefined, part: number, changedAt?: Date) => ({
    url: `${siteUrl}/sitemaps/${sitemapFileName({ month, part })}`,
    changedAt,
  });
  return [
    ...partsOf((await pageAddresses(now)).length).map((part) => entry(undefined, part)),
    ...months.flatMap(({ month, stories, changedAt }) => partsOf(stories).map((part) => entry(month, part, changedAt))),
  ];
}

function partsOf(addresses: number): number[] {
  return Array.from({ length: Math.max(1, Math.ceil(addresses / mostAddresses)) }, (_, index) => index + 1);
}

type MonthChanges = { month: Period; stories: number; changedAt: Date };

/** The months that hold stories, the newest first, and when a story of theirs last changed, or left. */
const changesByMonth = oncePerEdition(async (now): Promise<MonthChanges[]> => {
  const month = sql<string>`substr(articles.day, 1, 7)`;
  const published = await visibleArticles(now)
    .select(({ fn }) => [
      month.as('month'),
      fn.countAll<number>().as('stories'),
      sql<number>`max(coalesce(articles.updated_at, articles.published_at))`.as('changed_at'),
    ])
    .groupBy('month')
    .orderBy('month', 'desc')
    .execute();
  const corrected = await edition()
    .selectFrom('corrections')
    .innerJoin('articles', 'articles.id', 'corrections.article_id')
    .where('corrections.listed_at', '<=', now.getTime())
    .select(({ fn }) => [month.as('month'), fn.max<number>('corrected_at').as('changed_at')])
    .groupBy('month')
    .execute();
  const withdrawn = await edition()
    .selectFrom('articles')
    .where('status', '=', 'withdrawn')
    .where('withdrawn_at', '<=', now.getTime())
    .select(({ fn }) => [month.as('month'), fn.max<number>('withdrawn_at').as('changed_at')])
    .groupBy('month')
    .execute();
  const later = new Map<Period, number>();
  for (const row of [...corrected, ...withdrawn]) {
    later.set(row.month, Math.max(row.changed_at, later.get(row.month) ?? 0));
  }
  return published.map((row) => ({
    month: row.month,
    stories: row.stories,
    changedAt: new Date(Math.max(row.changed_at, later.get(row.month) ?? 0)),
  }));
});

/**
 * The addresses in one file, the newest story first.
 *
 * @param timeZone of the paper, which months are counted in
 */
export async function sitemapEntries(
  { month, part }: SitemapFile,
  siteUrl: string,
  timeZone: string,
  now: Date,
): Promise<SitemapEntry[]> {
  const offset = (part - 1) * mostAddresses;
  if (!month) {
    const paths = await pageAddresses(now);
    return paths.slice(offset, offset + mostAddresses).map((path) => ({ url: siteUrl + path }));
  }
  const { start, end } = periodBounds(month, timeZone);
  const rows = await visibleArticles(now)
    .select([
      'path',
      'published_at',
      'updated_at',
      sql<number | null>`(select max(corrected_at) from corrections where article_id = articles.id)`.as('corrected_at'),
    ])
    .where('published_at', '>=', start.getTime())
    .where('published_at', '<', end.getTime())
    .orderBy('published_at', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(mostAddresses)
    .offset(offset)
    .execute();
  return rows.map(({ path, published_at, updated_at, corrected_at }) => {
    const changedAt = new Date(Math.max(published_at, updated_at ?? 0, corrected_at ?? 0));
    return { url: siteUrl + path, changedAt };
  });
}

/** What is no story: lists and pages about the paper. */
async function pageAddresses(now: Date): Promise<string[]> {
  const [categories, authors, pages, months] = await Promise.all([
    listCategories(now),
    listAuthors(now),
    listPages(),
    archiveMonths(now),
  ]);
  const lists = [...categories.map(({ slug }) => categoryPath(slug)), ...authors.map(({ slug }) => authorPath(slug))];
  const about = ['/about', ...pages.map(({ slug }) => pagePath(slug)), '/corrections', '/withdrawals'];
  return ['/', ...lists, ...about, ...months.map(({ month }) => archivePath(month))];
}

/** The stories of the last two days, the newest first; sponsored ones are no news. */
export async function newsEntries(siteUrl: string, locale: string, now: Date): Promise<NewsEntry[]> {
  const rows = await visibleArticles(now)
    .select(['path', 'published_at', 'title', 'lang'])
    .where('published_at', '>=', subHours(now, newsHours).getTime())
    .where('kind', '!=', 'sponsored')
    .orderBy('published_at', 'desc')
    .limit(mostNews)
    .execute();
  return rows.map(({ path, published_at, title, lang }) => ({
    url: siteUrl + path,
    publishedAt: new Date(published_at),
    title,
    language: lang ?? locale,
  }));
}
