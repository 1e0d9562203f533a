import { expect } from '@playwright/test';
import robotsParser from 'robots-parser';
import { readAsReader } from '../lib/feeds/feed-reader.fixture';
import { schemaErrors } from '../lib/sitemaps/sitemap-schema.fixture';
import { test } from './page-types';

for (const [type, name] of [
  ['front page', 'paper'],
  ['category', 'section'],
  ['author', 'author'],
] as const) {
  test(`the feeds of the ${name} are found from its page, read by a feed reader, and sent once`, async ({
    page,
    paper,
    request,
  }) => {
    const address = paper.addresses[type];
    await page.goto(address);
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    for (const format of ['rss+xml', 'atom+xml', 'feed+json']) {
      const links = page.locator(`head link[rel=alternate][type="application/${format}"]`);
      const href = await links.last().getAttribute('href');
      const feedUrl = new URL(href ?? '', address).href;
      expect(new URL('.', feedUrl).href.replace(/\/$/, '')).toBe(address.replace(/\/$/, ''));
      const answer = await request.get(feedUrl);
      expect(answer.headers()['content-type']).toBe(`application/${format}; charset=utf-8`);
      const feed = readAsReader(await answer.text());
      expect(feed.items.length).toBeGreaterThan(0);
      if (type !== 'front page') expect(feed.title).toContain(heading);
      for (const item of feed.items) {
        expect(item.url).toMatch(new RegExp(`^${paper.origin}/\\d{4}/`));
        expect(item.content.length).toBeGreaterThan(1000);
      }
      const { etag = '', 'last-modified': modified = '' } = answer.headers();
      for (const [name, value] of [
        ['if-none-match', etag],
        ['if-modified-since', modified],
      ] as const) {
        expect((await request.get(feedUrl, { headers: { [name]: value } })).status()).toBe(304);
      }
    }
  });
}

test('a feed that nobody has is not there', async ({ paper, request }) => {
  for (const path of ['/category/no-such/feed.xml', '/author/no-such/atom.xml', '/author/..%2f/feed.json']) {
    expect([path, (await request.get(paper.origin + path)).status()]).toEqual([path, 404]);
  }
});

test('robots are led to sitemaps that the schema takes and that name every story once', async ({ paper, request }) => {
  test.slow();
  const robotsUrl = `${paper.origin}/robots.txt`;
  const robots = robotsParser(robotsUrl, await (await request.get(robotsUrl)).text());
  expect(robots.isAllowed(paper.addresses.article, 'Googlebot')).toBe(true);
  expect(robots.isAllowed(`${paper.origin}/api/revalidate`, 'Googlebot')).toBe(false);
  const named: string[] = [];
  for (const sitemap of robots.getSitemaps()) {
    const xml = await (await request.get(sitemap)).text();
    expect([sitemap, await schemaErrors(xml)]).toEqual([sitemap, []]);
    if (!xml.includes('<sitemapindex')) continue;
    for (const [, file = ''] of xml.matchAll(/<loc>([^<]*)<\/loc>/g)) {
      const entries = await (await request.get(file)).text();
      expect([file, await schemaErrors(entries)]).toEqual([file, []]);
      named.push(...[...entries.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address));
    }
  }
  expect(new Set(named).size).toBe(named.length);
  for (const address of [...paper.articles, paper.addresses.category, paper.addresses.about])
    expect(named).toContain(address);
  expect(named).not.toContain(paper.addresses.withdrawn);
});

test('a story is there as Markdown, and a withdrawn one is not', async ({ page, paper, request }) => {
  await page.goto(paper.addresses['article with tables']);
  const href = await page.locator('head link[rel=alternate][type="text/markdown"]').getAttribute('href');
  const answer = await request.get(new URL(href ?? '', page.url()).href);
  expect(answer.url()).toBe(`${paper.addresses['article with tables']}.md`);
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/markdown; charset=utf-8',
    'x-robots-tag': 'noindex',
    link: `<${paper.addresses['article with tables']}>; rel="canonical"`,
  });
  const text = await answer.text();
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  expect(text.startsWith(`# ${heading}\n`)).toBe(true);
  expect(text).toMatch(/\n\| -/);
  expect((await request.get(`${paper.addresses.withdrawn}.md`)).status()).toBe(410);
  expect((await request.get(`${paper.addresses.article}x.md`)).status()).toBe(404);
});

test('language models are led to every section and the newest stories', async ({ paper, request }) => {
  const text = await (await request.get(`${paper.origin}/llms.txt`)).text();
  expect(text).toMatch(/^# .+\n\n> .+\n\n## /);
  for (const address of [`${paper.addresses.article}.md`, paper.addresses.category])
    expect(text).toContain(`(${address})`);
});

test('ads.txt says who may sell', async ({ paper, request }) => {
  const answer = await request.get(`${paper.origin}/ads.txt`);
  expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  for (const line of lines) expect(line).toMatch(/^([A-Z]+=\S+|\S+, \S+, (DIRECT|RESELLER)(, \S+)?)$/);
});
