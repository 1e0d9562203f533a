import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { archiveMonths, neighbouringDays, storiesByDay } from './archive';
import { countArticles, getArticle, latestArticles, leadArticles, listArticles } from './articles';
import { writeEdition, type MadeArticle } from './edition/edition.fixture';
import { edition } from './edition/open-edition';
import { pageSize } from './pagination';
import { redirectFrom } from './redirects';
import { relatedArticles } from './related';
import { listSitemapFiles, newsEntries, sitemapEntries } from './sitemaps/sitemaps';
import { searchArticles } from './search/search';

const now = new Date('2025-12-01T00:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
const file = path.join(folder, 'edition.db');

/** One story a day, story-1 the newest; every second one about trade. */
const stories = Array.from({ length: 45 }, (_, index): MadeArticle => {
  const day = new Date(Date.UTC(2025, 9, 30 - index)).toISOString().slice(0, 10);
  return {
    slug: `story-${index + 1}`,
    publishedAt: `${day}T09:00:00+09:00`,
    category: index % 2 === 0 ? 'world' : 'trade',
    authors: index < 2 ? ['mina', 'caleb'] : ['caleb'],
    tags: index < 3 ? ['sea', 'ships'] : index === 40 ? ['sea'] : [],
    lead: index === 10 ? 2 : index === 20 ? 1 : undefined,
    redirectFrom: index === 0 ? ['/old/address/'] : [],
    body: index === 5 ? 'Of lighthouses and keepers.' : 'Text.',
  };
});

beforeAll(async () => {
  await writeEdition(file, stories);
  vi.stubEnv('EDITION_URL', pathToFileURL(file).href);
});

afterAll(async () => {
  await edition().destroy();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function slugs(articles: { path: string }[]): string[] {
  return articles.map(({ path }) => path.replace(/^.*\//, ''));
}

describe('a list of stories', () => {
  it('is newest first, a page at a time, without a gap or a double', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => listArticles({}, page, now)));
    expect(pages.map(({ items }) => items.length)).toEqual([pageSize, pageSize, 5]);
    expect(pages.flatMap(({ items }) => slugs(items))).toEqual(stories.map(({ slug }) => slug));
    expect(pages[0]).toMatchObject({ page: 1, pages: 3, total: 45 });
    expect((await listArticles({}, 4, now)).items).toEqual([]);
  });

  it('holds what its filter says, and nothing else', async () => {
    expect(await countArticles({ category: 'trade' }, now)).toBe(22);
    expect(slugs(await latestArticles({ author: 'mina' }, 10, now))).toEqual(['story-1', 'story-2']);
    expect(slugs(await latestArticles({ tag: 'sea' }, 10, now))).toEqual(['story-1', 'story-2', 'story-3', 'story-41']);
    expect(slugs(await latestArticles({ tag: 'sea', category: 'trade' }, 10, now))).toEqual(['story-2']);
    expect(await countArticles({ period: { period: '2025-10', timeZone: 'Asia/Seoul' } }, now)).toBe(30);
    expect(await countArticles({ category: 'nothing' }, now)).toBe(0);
  });

  it('has the authors in the order of the byline', async () => {
    const [newest] = await latestArticles({}, 1, now);
    expect(newest?.authors).toEqual([
      { slug: 'mina', name: 'Mina' },
      { slug: 'caleb', name: 'Caleb' },
    ]);
    expect(newest?.category).toEqual({ slug: 'world', name: 'World' });
  });

  it('has the lowest lead on top', async () => {
    expect(slugs(await leadArticles(5, now))).toEqual(['story-21', 'story-11']);
  });

  it('of related stories has those with most shared tags first, then the category, then the newest', async () => {
    const article = await getArticle('/2025/10/30/story-1', now);
    if (!article) throw new Error('story-1 is not there');
    expect(slugs(await relatedArticles(article, 6, now))).toEqual([
      'story-3',
      'story-2',
      'story-41',
      'story-5',
      'story-7',
      'story-9',
    ]);
    const [third] = await latestArticles({}, 1, now, 2);
    expect(slugs(await relatedArticles(article, 1, now, [third?.id ?? 0]))).toEqual(['story-2']);
  });

  it('leads from an old address with or without its last slash', async () => {
    expect(await redirectFrom('/old/address/', now)).toBe('/2025/10/30/story-1');
    expect(await redirectFrom('/old/address', now)).toBe('/2025/10/30/story-1');
    expect(await redirectFrom('/old', now)).toBeUndefined();
  });
});

describe('a search result', () => {
  it('shows where the words were found', async () => {
    const found = await searchArticles({ query: 'lighthouse' }, 1, 'Asia/Seoul', now);
    expect(found?.items.map(({ excerptParts }) => excerptParts)).toEqual([
      [
        { text: 'Of ', isMatch: false },
        { text: 'lighthouses', isMatch: true },
        { text: ' and keepers.', isMatch: false },
      ],
    ]);
  });

  it('keeps to the days and the author asked for', async () => {
    const search = (filter: object) => searchArticles({ query: 'text', ...filter }, 1, 'Asia/Seoul', now);
    expect((await search({ from: '2025-10-29', to: '2025-10-30' }))?.total).toBe(2);
    expect((await search({ author: 'mina' }))?.total).toBe(2);
    expect((await search({ category: 'trade', author: 'mina' }))?.total).toBe(1);
  });
});

describe('the queries of pages', () => {
  const queries: Record<string, () => Promise<unknown>> = {
    'the newest': () => latestArticles({}, 20, now),
    'a later page': () => latestArticles({}, 20, now, 20),
    'a category': () => listArticles({ category: 'world' }, 1, now),
    'an author': () => listArticles({ author: 'mina' }, 1, now),
    'a tag': () => listArticles({ tag: 'sea' }, 1, now),
    'a period': () => listArticles({ period: { period: '2025-10', timeZone: 'UTC' } }, 1, now),
    'a story': () => getArticle('/2025/10/30/story-1', now),
    'the leads': () => leadArticles(5, now),
    'the days of a month': () => storiesByDay('2025-10', now),
    'the days around a day': () => neighbouringDays('2025-10-15', now),
    'the months': () => archiveMonths(now),
    'related stories': () => relatedArticles({ id: 1, category: { slug: 'world' }, tags: ['sea'] }, 4, now),
    'a search': () => searchArticles({ query: 'sea' }, 1, 'UTC', now),
    'the newest of a search': () => searchArticles({ query: 'sea', sort: 'newest' }, 1, 'UTC', now),
    'a search for a mistyped word': () => searchArticles({ query: 'lighthuose' }, 1, 'UTC', now),
    'a sitemap': () => sitemapEntries({ month: '2025-10', part: 1 }, 'https://news.example.org', 'UTC', now),
    'the index of sitemaps': () => listSitemapFiles('https://news.example.org', now),
    'the news of two days': () => newsEntries('https://news.example.org', 'en', now),
  };

  it.each(Object.entries(queries))('read no table from end to end: %s', async (_, query) => {
    const prepare = vi.spyOn(Database.prototype, 'prepare');
    await query();
    const statements = prepare.mock.calls
      .map(([statement]) => statement)
      // Matches are marked in an index of the twenty results alone (lib/search/marked-text.ts).
      .filter((statement) => statement.startsWith('select') && !statement.includes('from texts'));
    prepare.mockRestore();
    expect(statements.length).toBeGreaterThan(0);
    const database = new Database(file, { readonly: true });
    const steps = statements.flatMap((statement) => database.prepare(`explain query plan ${statement}`).all());
    database.close();
    const scans = steps
      .map((step) => JSON.stringify(step))
      .filter((step) => /SCAN \w+(?! (USING|VIRTUAL))\W/.test(step));
    // Of these there are few beside the stories.
    expect(scans.filter((scan) => !/SCAN (search|categories|authors|pages)\b/.test(scan))).toEqual([]);
  });

  it('look the words of a search up once, not once for each story', async () => {
    const prepare = vi.spyOn(Database.prototype, 'prepare');
    await searchArticles({ query: 'sea' }, 1, 'UTC', now);
    const statements = prepare.mock.calls
      .map(([statement]) => statement)
      .filter((statement) => statement.includes('bm25'));
    prepare.mockRestore();
    expect(statements.length).toBeGreaterThan(0);
    const database = new Database(file, { readonly: true });
    for (const statement of statements) {
      const plan = database.prepare(`explain query plan ${statement}`).all();
      expect(plan).toContainEqual(expect.objectContaining({ detail: expect.stringContaining('SCAN search VIRTUAL') }));
      // A step whose parent is 0 runs in the outermost loop, next to that over the stories.
      expect(plan).not.toContainEqual(
        expect.objectContaining({ parent: 0, detail: expect.stringContaining('SCAN search VIRTUAL') }),
      );
    }
    database.close();
  });

  it('sort no list: the index has the order already', () => {
    const database = new Database(file, { readonly: true });
    const plan = (where: string) =>
      JSON.stringify(
        database
          .prepare(
            `explain query plan select id from articles where ${where} order by published_at desc, id desc limit 20`,
          )
          .all(),
      );
    expect(plan("status = 'published' and published_at <= 1")).not.toContain('TEMP B-TREE');
    expect(plan("status = 'published' and published_at <= 1 and category = 'world'")).not.toContain('TEMP B-TREE');
    database.close();
  });
});
