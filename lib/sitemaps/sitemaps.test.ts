import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { batches } from '../edition/batches';
import { editionUrl, ownAddress } from '../edition/edition-address.fixture';
import { writeEdition } from '../edition/edition.fixture';
import { closeEdition, edition, openEdition } from '../edition/open-edition';
import { inTransaction } from '../edition/transaction';
import { schemaErrors } from './sitemap-schema.fixture';
import { newsSitemapXml, sitemapIndexXml, sitemapXml } from './sitemap-xml';
import { listSitemapFiles, newsEntries, parseSitemapFileName, sitemapEntries } from './sitemaps';

const siteUrl = 'https://news.example.org';
const now = new Date('2026-03-01T12:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
const file = await ownAddress(folder);

/** 100,000 stories: more than 50,000 in March 2024, the others one every two hours before. */
const inMarch = 50_010;
const earlier = 49_984;

beforeAll(async () => {
  await writeEdition(file, [
    { slug: 'fresh', publishedAt: '2026-03-01T10:00:00+00:00', title: 'Rice & “chips”', lang: 'zh-Hant' },
    { slug: 'paid', publishedAt: '2026-03-01T10:00:00+00:00', kind: 'sponsored' },
    { slug: 'scheduled', publishedAt: '2026-03-02T10:00:00+00:00' },
    { slug: 'draft', publishedAt: '2026-03-01T10:00:00+00:00', status: 'draft' },
    {
      slug: 'corrected',
      publishedAt: '2026-02-10T10:00:00+00:00',
      updatedAt: '2026-02-11T10:00:00+00:00',
      corrections: [{ date: '2026-02-14T09:00:00+00:00', text: 'It was the other way round.' }],
    },
    {
      slug: 'taken-back',
      publishedAt: '2025-11-10T10:00:00+00:00',
      status: 'withdrawn',
      withdrawnReason: 'Wrong.',
      withdrawnAt: '2025-12-01T10:00:00+00:00',
    },
    { slug: 'beside-it', publishedAt: '2025-11-10T10:00:00+00:00' },
  ]);
  const many = Array.from({ length: inMarch + earlier }, (_, index) => {
    const isMarch = index < inMarch;
    const first = isMarch ? Date.UTC(2024, 2, 2) : Date.UTC(2012, 0, 1);
    const moment = new Date(first + (isMarch ? index * 40_000 : (index - inMarch) * 7_200_000));
    const day = moment.toISOString().slice(0, 10);
    return {
      id: 1_000 + index,
      file: `articles/n${index}.mdx`,
      path: `/${day.replaceAll('-', '/')}/n${index}`,
      day,
      published_at: moment.getTime(),
      title: 'A headline',
      summary: 'What it adds.',
      kind: 'news' as const,
      category: 'world',
      status: 'published' as const,
      words: 400,
    };
  });
  const written = openEdition(file);
  await inTransaction(written, async (draft) => {
    for (const some of batches(many)) await draft.insertInto('articles').values(some).execute();
    return true;
  });
  await closeEdition(written);
  vi.stubEnv('EDITION_URL', editionUrl(file));
});

afterAll(async () => {
  await edition().destroy();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function namesInIndex(): Promise<{ name: string; changedAt: Date | undefined }[]> {
  const files = await listSitemapFiles(siteUrl, now);
  return files.map(({ url, changedAt }) => ({ name: url.replace(`${siteUrl}/sitemaps/`, ''), changedAt }));
}

describe('the sitemaps of 100,000 stories', () => {
  it('hold every visible story once, in files of at most 50,000 addresses, valid by the schema', async () => {
    const addresses: string[] = [];
    for (const { name } of await namesInIndex()) {
      const wanted = parseSitemapFileName(name);
      const entries = wanted ? await sitemapEntries(wanted, siteUrl, 'Asia/Seoul', now) : [];
      expect(entries.length, name).toBeGreaterThan(0);
      expect(entries.length, name).toBeLessThanOrEqual(50_000);
      const xml = sitemapXml(entries);
      expect(Buffer.byteLength(xml), name).toBeLessThan(50_000_000);
      if (wanted?.month === undefined || /^(2024-03|2026)/.test(name))
        expect(await schemaErrors(xml), name).toEqual([]);
      addresses.push(...entries.map(({ url }) => url));
    }
    const stories = addresses.filter((address) => /\/\d{4}\/\d{2}\/\d{2}\/[^/]+$/.test(address));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(stories).toHaveLength(inMarch + earlier + 4);
    expect(addresses).not.toContain(`${siteUrl}/2026/03/02/scheduled`);
  }, 60_000);

  it('are named by an index that the schema takes, a month of more than 50,000 in two files', async () => {
    expect(await schemaErrors(sitemapIndexXml(await listSitemapFiles(siteUrl, now)))).toEqual([]);
    const names = (await namesInIndex()).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['pages.xml', '2026-03.xml', '2026-02.xml']);
    expect(names.filter((name) => name.startsWith('2024-03'))).toEqual(['2024-03.xml', '2024-03-2.xml']);
  });

  it('say when a month last changed: by an update, a correction or a withdrawal', async () => {
    const changes = new Map((await namesInIndex()).map(({ name, changedAt }) => [name, changedAt?.toISOString()]));
    expect(changes.get('2026-02.xml')).toBe('2026-02-14T09:00:00.000Z');
    expect(changes.get('2025-11.xml')).toBe('2025-12-01T10:00:00.000Z');
    const [corrected] = await sitemapEntries({ month: '2026-02', part: 1 }, siteUrl, 'Asia/Seoul', now);
    expect(corrected?.changedAt?.toISOString()).toBe('2026-02-14T09:00:00.000Z');
  });
});

describe('the news sitemap', () => {
  it('names the stories of the last two days, none that was paid for, valid by the schema', async () => {
    const entries = await newsEntries(siteUrl, 'en-GB', now);
    expect(entries.map(({ url }) => url)).toEqual([`${siteUrl}/2026/03/01/fresh`]);
    const xml = newsSitemapXml(entries, 'The Paper');
    expect(await schemaErrors(xml)).toEqual([]);
    expect(xml).toContain('<news:language>zh-tw</news:language>');
    expect(await newsEntries(siteUrl, 'en-GB', new Date('2026-03-03T10:00:01Z'))).toMatchObject([
      { url: `${siteUrl}/2026/03/02/scheduled` },
    ]);
  });

  it('is valid when there is no news', async () => {
    expect(await schemaErrors(newsSitemapXml([], 'The Paper'))).toEqual([]);
  });
});
