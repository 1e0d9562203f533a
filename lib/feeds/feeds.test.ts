import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { editionUrl, ownAddress } from '../edition/edition-address.fixture';
import { origin, writeEdition } from '../edition/edition.fixture';
import { writeMeta } from '../edition/meta';
import { closeEdition, edition, openEdition } from '../edition/open-edition';
import { readFeed, type Feed, type FeedSubject } from './feed';
import { readAsReader } from './feed-reader.fixture';
import { printFeed } from './feed-formats';

const siteUrl = 'https://news.example.org';
const now = new Date('2025-12-01T00:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
const file = await ownAddress(folder);

const site = {
  name: 'Here & There',
  description: 'News.',
  locale: 'en-GB',
  timeZone: 'Asia/Seoul',
  publisher: { name: 'The Publisher', contactEmail: 'desk@example.org' },
  navigation: [],
  tagNames: [{ slug: 'un', name: 'United Nations' }],
  ads: true,
};

const body = `It began <em>quietly</em>, said the desk; 3 < 4 & "so on" ]]> it went.

<DataTable caption="Rice" source="The ministry">

| Country | Share |
| --- | ---: |
| Laos | 35 |

</DataTable>

- one
- two`
  .replace(/<\/?em>/g, '*')
  .replace('3 < 4', '3 \\< 4');

beforeAll(async () => {
  await writeEdition(file, [
    {
      slug: 'rice',
      title: 'Rice & \b“chips” <up> 米',
      publishedAt: '2025-11-25T09:30:00+09:00',
      updatedAt: '2025-11-26T09:30:00+09:00',
      corrections: [{ date: '2025-11-27T09:30:00+09:00', text: 'It was 35, not 36.' }],
      authors: ['mina', 'caleb'],
      category: 'trade',
      tags: ['un'],
      redirectFrom: ['/2025/11/24/rice-grows', '/old'],
      source: {
        ...origin('articles/rice.mdx'),
        type: 'Source',
        name: 'The ministry',
        url: 'https://example.org/rice?a=1&b=2',
      },
      dateline: 'VIENTIANE',
      body,
    },
    { slug: 'opinion', kind: 'opinion', lang: 'ar', publishedAt: '2025-11-20T09:30:00+09:00' },
    { slug: 'draft', status: 'draft', publishedAt: '2025-11-21T09:30:00+09:00' },
    { slug: 'scheduled', publishedAt: '2026-11-21T09:30:00+09:00' },
    ...Array.from({ length: 30 }, (_, index) => ({
      slug: `old-${index}`,
      publishedAt: `2025-10-${String(index + 1).padStart(2, '0')}T09:30:00+09:00`,
    })),
  ]);
  const written = openEdition(file);
  await writeMeta(written, 'site', JSON.stringify(site));
  await closeEdition(written);
  vi.stubEnv('EDITION_URL', editionUrl(file));
});

afterAll(async () => {
  await edition().destroy();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function read(subject: FeedSubject): Promise<Feed> {
  const feed = await readFeed(subject, siteUrl, now);
  if (!feed) throw new Error('There is no such feed.');
  return feed;
}

describe.each(['rss', 'atom', 'json'] as const)('a feed as %s', (format) => {
  it('is read by a feed reader: the paper, its stories, who wrote them, their whole text', async () => {
    const feed = readAsReader(printFeed(await read({}), format, siteUrl));
    expect(feed).toMatchObject({
      title: 'Here & There',
      pageUrl: `${siteUrl}/`,
      feedUrl: `${siteUrl}/${{ rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' }[format]}`,
      language: 'en-GB',
    });
    expect(feed.items).toHaveLength(20);
    const [first, second] = feed.items;
    expect(first).toMatchObject({
      id: 'tag:news.example.org,2025-11-24:/2025/11/24/rice-grows',
      url: `${siteUrl}/2025/11/25/rice`,
      publishedAt: '2025-11-25T00:30:00.000Z',
      authors: ['Mina', 'Caleb'],
      subjects: ['Trade', 'United Nations'],
    });
    // JSON has a form for the control character, XML has none.
    expect(first?.title?.replace('\b', '')).toBe('Rice & “chips” <up> 米');
    if (format !== 'json') expect(first?.title).not.toContain('\b');
    for (const part of [
      '<p>VIENTIANE — It began <em>quietly</em>, said the desk; ',
      '"so on" ]]> it went.</p>',
      '<table><caption>Rice</caption>',
      '<td>35</td>',
      '<p>Source: The ministry</p>',
      '<h2>Correction</h2><ul><li>27 November 2025: It was 35, not 36.</li></ul>',
      '">The ministry</a>',
    ]) {
      expect(first?.content.replaceAll(/>\s+</g, '><')).toContain(part);
    }
    expect(second?.content).toContain('<strong>Opinion</strong>');
  });

  it('is the same text whenever it is printed', async () => {
    const feed = await read({});
    const later = await readFeed({}, siteUrl, new Date(now.getTime() + 60_000));
    expect(later && printFeed(later, format, siteUrl)).toBe(printFeed(feed, format, siteUrl));
  });

  it('holds what its category or author has, and is valid without a story', async () => {
    const titles = (feed: Feed) => readAsReader(printFeed(feed, format, siteUrl)).items.map(({ url }) => url);
    expect(titles(await read({ category: 'trade' }))).toEqual([`${siteUrl}/2025/11/25/rice`]);
    expect(titles(await read({ author: 'mina' }))).toEqual([`${siteUrl}/2025/11/25/rice`]);
    expect(titles(await read({ author: 'yuna' }))).toEqual([]);
    expect((await read({ category: 'trade' })).title).toBe('Trade — Here & There');
  });
});

describe('a feed', () => {
  it('names the primary source, when a story changed, and its own language, where the format has words for it', async () => {
    const feed = await read({});
    expect(feed.stories[0]?.html).toContain('; 3 &#x3C; 4 &#x26; "so on" ]]> it');
    const json: { version: string; items: unknown[] } = JSON.parse(printFeed(feed, 'json', siteUrl));
    expect({ ...json, items: json.items.slice(0, 2) }).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        {
          external_url: 'https://example.org/rice?a=1&b=2',
          date_modified: '2025-11-27T00:30:00.000Z',
          language: 'en-GB',
        },
        { language: 'ar' },
      ],
    });
    const atom = printFeed(feed, 'atom', siteUrl);
    expect(atom).toContain('<updated>2025-11-27T00:30:00.000Z</updated>');
    expect(atom).toContain('<entry xml:lang="ar">');
    expect(atom).toContain('<uri>https://news.example.org/author/mina</uri>');
    expect(printFeed(feed, 'rss', siteUrl)).toContain('<dc:language>ar</dc:language>');
  });

  it.each([{ category: 'none' }, { author: 'none' }, { category: '../x' }, { author: '' }])(
    'of nobody is none: %o',
    async (subject) => {
      expect(await readFeed(subject, siteUrl, now)).toBeUndefined();
    },
  );
});
