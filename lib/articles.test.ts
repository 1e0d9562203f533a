import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { countArticles, getArticle, latestArticles, leadArticles, listArticles } from './articles';
import { editionUrl, ownAddress } from './edition/edition-address.fixture';
import { writeEdition, type MadeArticle } from './edition/edition.fixture';
import { edition } from './edition/open-edition';
import { pageSize } from './pagination';
import { redirectFrom } from './redirects';
import { relatedArticles } from './related';
import { searchArticles } from './search/search';

const now = new Date('2025-12-01T00:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
const file = await ownAddress(folder);

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
  vi.stubEnv('EDITION_URL', editionUrl(file));
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
