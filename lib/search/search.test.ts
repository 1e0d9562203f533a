import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { editionUrl, ownAddress } from '../edition/edition-address.fixture';
import { writeEdition } from '../edition/edition.fixture';
import { edition } from '../edition/open-edition';
import type { TextPart } from './marked-text';
import { searchArticles, type SearchFilter } from './search';

const now = new Date('2025-12-01T00:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
const file = await ownAddress(folder);

beforeAll(async () => {
  await writeEdition(file, [
    {
      slug: 'rates',
      title: 'Singapore’s government and its exchange rate',
      publishedAt: '2025-10-01T09:00:00+09:00',
      body: 'The band is steered. Elections came later.',
    },
    { slug: 'aside', publishedAt: '2025-11-01T09:00:00+09:00', body: 'A word on Singapore, in passing.' },
    { slug: 'hidden', publishedAt: '2026-11-01T09:00:00+09:00', title: 'Zanzibar' },
    {
      slug: 'tokyo',
      lang: 'ja',
      title: '日本銀行が金利を据え置いた理由',
      publishedAt: '2025-09-01T09:00:00+09:00',
      body: `${'前置きの文章です。'.repeat(30)}総裁は会見でＧＤＰの伸びを説明した。${'続きの文章です。'.repeat(30)}`,
    },
    {
      slug: 'cairo',
      lang: 'ar',
      title: 'إعلان البَنْك المركزي',
      publishedAt: '2025-08-01T09:00:00+09:00',
      body: 'ارتفعت أسعار الفائدة في العاصمة.',
    },
  ]);
  vi.stubEnv('EDITION_URL', editionUrl(file));
});

afterAll(async () => {
  await edition().destroy();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function search(query: string, filter: Partial<SearchFilter> = {}) {
  const results = await searchArticles({ query, ...filter }, 1, 'Asia/Seoul', now);
  if (!results) throw new Error('There was nothing to look for.');
  return { ...results, slugs: results.items.map((item) => item.path.replace(/^.*\//, '')) };
}

function written(parts: TextPart[] | undefined): string {
  return (parts ?? []).map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
}

describe('a search', () => {
  it('sets the best match first, or the newest', async () => {
    expect((await search('singapore')).slugs).toEqual(['rates', 'aside']);
    expect((await search('singapore', { sort: 'newest' })).slugs).toEqual(['aside', 'rates']);
  });

  it.each([
    ['singapre', 'Singapore'],
    ['Signapore', 'Singapore'],
    ['zingapore', 'Singapore'],
    ['govrenment', 'government'],
    ['elektions', 'Elections'],
    ['badn', 'band'],
  ])('takes “%s”, which no story holds, for “%s”', async (typed, found) => {
    const results = await search(typed);
    expect(results.slugs).toContain('rates');
    expect(results.corrections).toEqual([{ typed, found }]);
  });

  it.each(['Singapoer', 'goverment', 'SINGAPORES', 'exchanges rates'])('finds “%s” by its beginning', async (typed) => {
    expect(await search(typed)).toMatchObject({ slugs: expect.arrayContaining(['rates']), corrections: [] });
  });

  it('mends one word among others, and leaves words alone that some story holds', async () => {
    expect(await search('exchnge rate')).toMatchObject({ slugs: ['rates'], corrections: [{ typed: 'exchnge' }] });
    expect(await search('singapore passing elections')).toMatchObject({ slugs: [], corrections: [] });
    expect(await search('"singapre"')).toMatchObject({ slugs: [], corrections: [] });
    expect(await search('qzxwvjk')).toMatchObject({ slugs: [], corrections: [] });
  });

  it('mends no word into one that only a story of tomorrow holds', async () => {
    expect(await search('zanzibat')).toMatchObject({ slugs: [], corrections: [] });
  });

  it('marks what it found in the text as its writer wrote it', async () => {
    const [japanese] = (await search('金利')).items;
    expect(written(japanese?.titleParts)).toBe('日本銀行が[金利]を据え置いた理由');
    const [growth] = (await search('gdpの伸び')).items;
    expect(written(growth?.excerptParts)).toMatch(/^….*[^\u200b]総裁は会見で\[ＧＤＰの伸び\]を説明した。.*…$/);
    const [arabic] = (await search('البنك اسعار')).items;
    expect(written(arabic?.titleParts)).toBe('إعلان [البَنْك] المركزي');
    expect(written(arabic?.excerptParts)).toBe('ارتفعت [أسعار] الفائدة في العاصمة.');
  });
});
