import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getArticle } from './articles';
import { editionUrl, ownAddress } from './edition/edition-address.fixture';
import { writeEdition } from './edition/edition.fixture';
import { getTranslations, type Translation } from './translations';

const now = new Date('2025-11-01T00:00:00Z');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
  const file = await ownAddress(folder);
  vi.stubEnv('EDITION_URL', editionUrl(file));
  await writeEdition(file, [
    {
      slug: 'english',
      translations: [
        { lang: 'fr', url: '/2025/10/25/french' },
        { lang: 'de', url: '/2025/10/25/german-draft' },
        { lang: 'ko', url: 'https://korean.example/story' },
      ],
    },
    { slug: 'french', lang: 'fr' },
    { slug: 'german-draft', lang: 'de', status: 'draft' },
    { slug: 'arabic', lang: 'ar', translations: [{ lang: 'en-GB', url: '/2025/10/25/english' }] },
    {
      slug: 'scheduled',
      lang: 'es',
      publishedAt: '2025-12-01T09:30:00+09:00',
      translations: [{ lang: 'en-GB', url: '/2025/10/25/english' }],
    },
  ]);
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function translationsOf(slug: string, at: Date): Promise<Translation[]> {
  const article = await getArticle(`/2025/10/25/${slug}`, at);
  if (!article) throw new Error(`There is no story ${slug}.`);
  return getTranslations(article, 'en-GB', at);
}

describe('the translations of a story', () => {
  it('are those that it names and those that name it, as far as readers may see them', async () => {
    expect(await translationsOf('english', now)).toEqual([
      { lang: 'ar', url: '/2025/10/25/arabic' },
      { lang: 'fr', url: '/2025/10/25/french' },
      { lang: 'ko', url: 'https://korean.example/story' },
    ]);
  });

  it('lead back to a story that does not name itself', async () => {
    expect(await translationsOf('french', now)).toEqual([{ lang: 'en-GB', url: '/2025/10/25/english' }]);
  });

  it('come when their time has come', async () => {
    const languages = (await translationsOf('english', new Date('2025-12-02T00:00:00Z'))).map(({ lang }) => lang);
    expect(languages).toEqual(['ar', 'es', 'fr', 'ko']);
  });
});
