import { expect, test as base, type APIRequestContext } from '@playwright/test';
import sharp from 'sharp';
import { attributeOf, fetchPage, tagsOf } from './fetched-page';
import { openNewsroom, pathOf, type Newsroom } from './newsroom';
import { pageTypes, test } from './page-types';
import { startServer, type Server } from './server';

function metaOf(html: string, property: string): string | undefined {
  const tag = tagsOf(html, 'meta').find((meta) =>
    [attributeOf(meta, 'property'), attributeOf(meta, 'name')].includes(property),
  );
  return tag && attributeOf(tag, 'content');
}

async function pictureAt(request: APIRequestContext, address: string) {
  const answer = await request.get(address);
  expect([address, answer.status()]).toEqual([address, 200]);
  expect(answer.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  const bytes = await answer.body();
  const { width, height, format } = await sharp(bytes).metadata();
  expect(answer.headers()['content-type']).toBe(`image/${format}`);
  return { width, height, bytes };
}

for (const type of pageTypes.filter((name) => name !== 'not found' && name !== 'withdrawn')) {
  test(`the ${type} has a picture and words for those it is shared with`, async ({ paper, request }) => {
    const { html } = await fetchPage(paper.addresses[type]);
    for (const property of ['og:title', 'og:description', 'og:site_name', 'og:locale', 'og:image:alt']) {
      expect([property, metaOf(html, property)]).toEqual([property, expect.stringMatching(/\S/)]);
    }
    expect(metaOf(html, 'twitter:card')).toBe('summary_large_image');
    if (!type.startsWith('search')) expect(metaOf(html, 'robots')).toContain('max-image-preview:large');
    const { width, height, bytes } = await pictureAt(request, metaOf(html, 'og:image') ?? '');
    expect([width, height]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThan(100_000);
  });
}

test('search engines are shown a story’s picture in three forms', async ({ paper, request }) => {
  const { html } = await fetchPage(paper.addresses.article);
  const [, json = ''] = /<script type="application\/ld\+json">(\{[^<]*"headline"[^<]*)<\/script>/.exec(html) ?? [];
  const { image }: { image: string[] } = JSON.parse(json);
  const ratios: number[] = [];
  for (const address of image) {
    const { width = 0, height = 1 } = await pictureAt(request, address);
    expect(width * height).toBeGreaterThanOrEqual(50_000);
    ratios.push(width / height);
  }
  expect(ratios.map((ratio) => ratio.toFixed(2))).toEqual([(16 / 9).toFixed(2), (4 / 3).toFixed(2), '1.00']);
  const [first = ''] = image;
  for (const wrong of [first.replace('16x9', '2x1'), first.replace(/\/[0-9a-f]{12}\//, '/000000000000/')]) {
    expect((await request.get(wrong)).status()).toBe(404);
  }
});

test('the paper can be kept among a reader’s apps: its manifest names icons that are there', async ({
  page,
  paper,
  request,
}) => {
  await page.goto(paper.addresses['front page']);
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await request.get(paper.origin + (href ?? ''));
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const manifest: {
    name: string;
    lang: string;
    start_url: string;
    icons: { src: string; sizes: string; purpose: string }[];
  } = JSON.parse(await answer.text());
  expect(manifest.name).toBe(await page.locator('header a[href="/"]').first().innerText());
  expect(manifest.lang).toBe(await page.locator('html').getAttribute('lang'));
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  const linked = await page
    .locator('link[rel=icon], link[rel=apple-touch-icon]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(linked).toHaveLength(3);
  for (const src of [...manifest.icons.map((icon) => icon.src), ...linked]) {
    const { width, height } = await pictureAt(request, paper.origin + (src ?? ''));
    expect(width).toBe(height);
  }
});

base.describe('a social image', () => {
  const story = {
    slug: 'rice',
    publishedAt: new Date('2025-10-25T09:30:00Z'),
    title: 'Rice grows dear',
    more: ['lang: en-GB'],
  };
  let newsroom: Newsroom;
  let server: Server;

  base.beforeAll(async () => {
    newsroom = openNewsroom();
    newsroom.write(story);
    await newsroom.publish();
    server = await startServer(newsroom.env);
  });

  base.afterAll(async () => {
    await server.stop();
    newsroom.destroy();
  });

  base('is another one, at another address, when the headline is another', async ({ request }) => {
    const imageOf = async () => {
      const { html } = await fetchPage(server.address + pathOf(story));
      return metaOf(html, 'og:image') ?? '';
    };
    const before = await imageOf();
    const first = await pictureAt(request, before);
    newsroom.write({ ...story, title: 'Rice grows cheap' });
    await newsroom.publish();
    await expect.poll(imageOf, { timeout: 40_000 }).not.toBe(before);
    const after = await imageOf();
    const second = await pictureAt(request, after);
    expect(second.bytes.equals(first.bytes)).toBe(false);
    const old = await request.get(before, { maxRedirects: 0 });
    expect([old.status(), new URL(old.headers().location ?? '', before).href]).toEqual([307, after]);
    const { html } = await fetchPage(server.address + pathOf(story));
    const icon = tagsOf(html, 'link').find((link) => attributeOf(link, 'rel') === 'icon') ?? '';
    expect((await pictureAt(request, server.address + (attributeOf(icon, 'href') ?? ''))).width).toBe(32);
  });
});
