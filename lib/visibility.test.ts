import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { archiveMonths, getCalendar, neighbouringDays, storiesByDay } from './archive';
import { countArticles, getArticle, latestArticles, leadArticles, listArticles } from './articles';
import { listAuthors } from './authors';
import { listCategories } from './categories';
import { listCorrections } from './corrections';
import { editionUrl, ownAddress } from './edition/edition-address.fixture';
import { writeEdition, type MadeArticle } from './edition/edition.fixture';
import { edition } from './edition/open-edition';
import { redirectFrom } from './redirects';
import { relatedArticles } from './related';
import { searchArticles } from './search/search';

const timeZone = 'Asia/Seoul';
const now = new Date('2025-11-01T00:00:00Z');
const later = new Date('2025-12-01T00:00:00Z');

/** What every story has that readers may not see yet: something for each getter to betray. */
function makeHidden(slug: string, fields: Partial<MadeArticle>): MadeArticle {
  return {
    slug,
    publishedAt: '2025-10-28T09:00:00+09:00',
    authors: ['yuna'],
    category: 'trade',
    tags: ['sea'],
    lead: 1,
    corrections: [{ date: '2025-10-29T09:00:00+09:00', text: `Correction of ${slug}` }],
    redirectFrom: [`/old/${slug}`],
    body: 'A secret about the sea.',
    ...fields,
  };
}

const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));

beforeAll(async () => {
  const file = await ownAddress(folder);
  await writeEdition(file, [
    { slug: 'seen', publishedAt: '2025-10-25T09:30:00+09:00', tags: ['sea'], body: 'Open words on the sea.' },
    { slug: 'older', publishedAt: '2025-09-10T09:30:00+09:00', authors: ['mina'] },
    makeHidden('scheduled', { publishedAt: '2025-11-10T09:00:00+09:00' }),
    makeHidden('draft', { status: 'draft' }),
    makeHidden('withdrawn', { status: 'withdrawn', withdrawnReason: 'It was wrong.' }),
  ]);
  vi.stubEnv('EDITION_URL', editionUrl(file));
});

afterAll(async () => {
  await edition().destroy();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

type Listed = { path: string };

function slugs(articles: Listed[]): string[] {
  return articles.map(({ path }) => path.replace(/^.*\//, ''));
}

/** Every way to a story, as what it shows at a moment. */
const getters: Record<string, { show: (at: Date) => Promise<unknown>; before: unknown; after: unknown }> = {
  listArticles: {
    show: async (at) => slugs((await listArticles({}, 1, at)).items),
    before: ['seen', 'older'],
    after: ['scheduled', 'seen', 'older'],
  },
  'listArticles of a category': {
    show: async (at) => slugs((await listArticles({ category: 'trade' }, 1, at)).items),
    before: [],
    after: ['scheduled'],
  },
  'listArticles of an author': {
    show: async (at) => slugs((await listArticles({ author: 'yuna' }, 1, at)).items),
    before: [],
    after: ['scheduled'],
  },
  'listArticles of a tag': {
    show: async (at) => slugs((await listArticles({ tag: 'sea' }, 1, at)).items),
    before: ['seen'],
    after: ['scheduled', 'seen'],
  },
  'listArticles of a period': {
    show: async (at) => slugs((await listArticles({ period: { period: '2025', timeZone } }, 1, at)).items),
    before: ['seen', 'older'],
    after: ['scheduled', 'seen', 'older'],
  },
  latestArticles: {
    show: async (at) => slugs(await latestArticles({}, 10, at)),
    before: ['seen', 'older'],
    after: ['scheduled', 'seen', 'older'],
  },
  leadArticles: { show: async (at) => slugs(await leadArticles(10, at)), before: [], after: ['scheduled'] },
  countArticles: { show: (at) => countArticles({}, at), before: 2, after: 3 },
  getArticle: {
    show: async (at) => {
      const paths = ['/2025/11/10/scheduled', '/2025/10/28/draft', '/2025/10/28/withdrawn'];
      const found = await Promise.all(paths.map((path) => getArticle(path, at)));
      return slugs(found.filter((article) => article !== undefined));
    },
    before: [],
    after: ['scheduled'],
  },
  listCategories: {
    show: async (at) => (await listCategories(at)).map(({ slug, stories }) => `${slug} ${stories}`),
    before: ['world 2', 'trade 0'],
    after: ['world 2', 'trade 1'],
  },
  listAuthors: {
    show: async (at) => (await listAuthors(at)).map(({ slug }) => slug),
    before: ['caleb', 'mina'],
    after: ['caleb', 'mina', 'yuna'],
  },
  archiveMonths: {
    show: async (at) => (await archiveMonths(at)).map(({ month, stories }) => `${month} ${stories}`),
    before: ['2025-09 1', '2025-10 1'],
    after: ['2025-09 1', '2025-10 1', '2025-11 1'],
  },
  'storiesByDay in a month with hidden stories': {
    show: async (at) => [...(await storiesByDay('2025-10', at))],
    before: [['2025-10-25', 1]],
    after: [['2025-10-25', 1]],
  },
  'storiesByDay in the month of the scheduled one': {
    show: async (at) => [...(await storiesByDay('2025-11', at))],
    before: [],
    after: [['2025-11-10', 1]],
  },
  getCalendar: {
    show: async (at) => (await getCalendar('2025-10', 'en-GB', at)).next,
    before: undefined,
    after: '2025-11',
  },
  neighbouringDays: {
    show: (at) => neighbouringDays('2025-10-25', at),
    before: { previous: '2025-09-10', next: undefined },
    after: { previous: '2025-09-10', next: '2025-11-10' },
  },
  relatedArticles: {
    show: async (at) => slugs(await relatedArticles({ id: 0, category: { slug: 'trade' }, tags: ['sea'] }, 10, at)),
    before: ['seen', 'older'],
    after: ['scheduled', 'seen', 'older'],
  },
  searchArticles: {
    show: async (at) => slugs((await searchArticles({ query: 'sea' }, 1, timeZone, at))?.items ?? []).sort(),
    before: ['seen'],
    after: ['scheduled', 'seen'],
  },
  'searchArticles by a title': {
    show: async (at) => (await searchArticles({ query: 'draft OR withdrawn' }, 1, timeZone, at))?.total,
    before: 0,
    after: 0,
  },
  listCorrections: {
    show: async (at) => (await listCorrections(1, at)).items.map(({ text }) => text),
    before: [],
    after: ['Correction of scheduled'],
  },
  redirectFrom: {
    show: (at) => Promise.all(['scheduled', 'draft'].map((slug) => redirectFrom(`/old/${slug}`, at))),
    before: [undefined, undefined],
    after: ['/2025/11/10/scheduled', undefined],
  },
};

describe.each(Object.entries(getters))('%s', (_, { show, before, after }) => {
  it('shows no story that is scheduled, a draft or withdrawn', async () => {
    expect(await show(now)).toEqual(before);
  });

  it('shows the scheduled one when its time has come, and still not the others', async () => {
    expect(await show(later)).toEqual(after);
  });
});

describe('the moment of publication', () => {
  it('is the first at which a story is seen', async () => {
    const moment = Date.parse('2025-11-10T09:00:00+09:00');
    expect(await getArticle('/2025/11/10/scheduled', new Date(moment - 1))).toBeUndefined();
    expect(await getArticle('/2025/11/10/scheduled', new Date(moment))).toMatchObject({
      title: 'Scheduled',
      day: '2025-11-10',
    });
  });
});
