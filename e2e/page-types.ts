import { test as base } from '@playwright/test';
import {
  fetchPage,
  fetchPages,
  insideOf,
  linksOf,
  pagesLinkedFrom,
  tagsOf,
  wordsOf,
  type FetchedPage,
} from './fetched-page';

/** Every sort of page that a reader can come to. */
export const pageTypes = [
  'front page',
  'front page 2',
  'article',
  'article with corrections',
  'article with tables',
  'category',
  'author',
  'tag',
  'year',
  'month',
  'day',
  'corrections',
  'withdrawals',
  'withdrawn',
  'about',
  'about subpage',
  'style guide',
  'search',
  'search with results',
  'search without results',
  'not found',
] as const;

export type PageType = (typeof pageTypes)[number];

export type Paper = {
  /** Where the paper is served, without a slash at its end. */
  origin: string;
  /** One absolute address of every sort of page. */
  addresses: Record<PageType, string>;
  /** The address of every story that a section lists. */
  articles: string[];
};

/** /2025/10/25/a-story */
export const articlePath = /^\/\d{4}\/\d{2}\/\d{2}\/[^/]+$/;

/** Playwright's test with the paper that the server holds, found by following links from its front page. */
export const test = base.extend<object, { paper: Paper }>({
  paper: [
    async ({}, provide, { project }) => {
      const { baseURL } = project.use;
      if (!baseURL) throw new Error('playwright.config.ts must name a baseURL.');
      await provide(await discoverPaper(baseURL));
    },
    { scope: 'worker' },
  ],
});

/** @param origin where the paper is served */
async function discoverPaper(origin: string): Promise<Paper> {
  const front = await fetchPage(`${origin}/`);
  const category = linkTo(front, /^\/category\/[^/]+$/);
  const articles = await articlesOfSections(front);
  const pages = await fetchPages(articles);
  const article = await fetchPage(linkTo(front, articlePath));
  const corrections = linkTo(front, /^\/corrections$/);
  const withdrawals = linkTo(front, /^\/withdrawals$/);
  const about = linkTo(front, /^\/about$/);
  const search = linkTo(front, /^\/search$/);
  return {
    origin,
    articles,
    addresses: {
      'front page': front.address,
      'front page 2': found(linksOf(front, 'next')[0], 'second page of all stories', front),
      article: article.address,
      'article with corrections': linkTo(await fetchPage(corrections), articlePath),
      'article with tables': withMostTables(pages).address,
      category,
      author: found(linksOf(article, 'author')[0], 'author', article),
      tag: found(linksOf(article, 'tag')[0], 'tag', article),
      year: linkTo(front, /^\/\d{4}$/),
      month: linkTo(article, /^\/\d{4}\/\d{2}$/),
      day: linkTo(article, /^\/\d{4}\/\d{2}\/\d{2}$/),
      corrections,
      withdrawals,
      withdrawn: linkTo(await fetchPage(withdrawals), articlePath),
      about,
      'style guide': linkTo(await fetchPage(about), /^\/about\/style-guide$/),
      'about subpage': linkTo(await fetchPage(about), /^\/about\/[^/]+$/),
      search,
      'search with results': `${search}?q=${encodeURIComponent(longestWordOfHeadline(article))}`,
      'search without results': `${search}?q=qzxwvjk`,
      'not found': `${origin}/no-such-page`,
    },
  };
}

/** Stories in the order of the sections that the front page links, each once. */
async function articlesOfSections(front: FetchedPage): Promise<string[]> {
  const articles: string[] = [];
  const lists = pagesLinkedFrom(front, /^\/category\/[^/]+$/);
  for (let next: string | undefined = lists.shift(); next; next = lists.shift()) {
    const list = await fetchPage(next);
    articles.push(...pagesLinkedFrom(list, articlePath));
    lists.unshift(...pagesLinkedFrom(list, /\/page\/\d+$/).filter((page) => linksOf(list, 'next').includes(page)));
  }
  return [...new Set(articles)];
}

function linkTo(page: FetchedPage, path: RegExp): string {
  return found(pagesLinkedFrom(page, path)[0], `address like ${path}`, page);
}

function found(link: string | undefined, what: string, page: FetchedPage): string {
  if (!link) throw new Error(`${page.address} (status ${page.status}) links to no ${what}.`);
  return link;
}

function withMostTables(pages: FetchedPage[]): FetchedPage {
  const tables = (page: FetchedPage) => tagsOf(insideOf(page.html, 'article'), 'table').length;
  const [most] = [...pages].sort((a, b) => tables(b) - tables(a));
  if (!most || tables(most) === 0) throw new Error('No story of the paper holds a table.');
  return most;
}

function longestWordOfHeadline(article: FetchedPage): string {
  const [longest = ''] = wordsOf(insideOf(article.html, 'h1')).sort((a, b) => b.length - a.length);
  return longest;
}
