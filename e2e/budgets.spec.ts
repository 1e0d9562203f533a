import { randomBytes } from 'node:crypto';
import { expect, type Page, type Request } from '@playwright/test';
import { overBudget, weigh } from '@/lib/bench/page-weight';
import { adPlaces } from './ad-places';
import { noteLayoutShifts, shiftsOf } from './layout-shifts';
import { pageTypes, test } from './page-types';
import { readToTheEnd } from './read-to-the-end';

for (const type of pageTypes) {
  test(`the ${type} is light, quiet, and asks nobody else`, async ({ page, paper }) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // A browser reports the status of the very page that was asked for, which is 404 or 410 where it has to be.
      const isOwnStatus =
        (type === 'not found' || type === 'withdrawn') && message.location().url === paper.addresses[type];
      if (['error', 'warning'].includes(message.type()) && !isOwnStatus) complaints.push(message.text());
    });
    const requests: Request[] = [];
    page.on('requestfinished', (request) => requests.push(request));
    page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));

    expect(overBudget(await weigh(page, paper.addresses[type]))).toEqual([]);

    expect(complaints).toEqual([]);
    const others = requests.map((request) => new URL(request.url())).filter(({ origin }) => origin !== paper.origin);
    expect(others.map(({ href }) => href)).toEqual([]);
  });
}

/** What makes a page too heavy, and what is then said of it. Random letters do not become smaller on their way. */
const burdens: Record<string, { added: () => string; said: RegExp[] }> = {
  nothing: { added: () => '', said: [] },
  script: {
    added: () => `<script>/* ${randomLetters(7_000)} */</script>`,
    said: [/bytes of script/],
  },
  style: {
    added: () => `<style>/* ${randomLetters(16_000)} */</style>`,
    said: [/bytes of style/],
  },
  'a font': {
    added: () => '<link rel="preload" as="font" type="font/woff2" href="/heavy.woff2" crossorigin>',
    said: [/bytes of fonts/, /fonts preloaded/],
  },
  words: {
    added: () => `<!-- ${randomLetters(150_000)} -->`,
    said: [/bytes without its pictures/],
  },
  requests: {
    added: () =>
      Array.from(
        { length: 12 },
        (_, index) => `<link rel="preload" as="fetch" href="/heavy/${index}" crossorigin>`,
      ).join(''),
    said: [/requests without its pictures/],
  },
};

for (const [burden, { added, said }] of Object.entries(burdens)) {
  test(`an article with ${burden} more on purpose is ${said.length > 0 ? 'over' : 'within'} its budget`, async ({
    page,
    paper,
  }) => {
    await page.route(paper.addresses.article, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('</head>', `${added()}</head>`) });
    });
    await page.route('**/heavy.woff2', (route) =>
      route.fulfill({ body: randomBytes(60_000), contentType: 'font/woff2' }),
    );
    await page.route('**/heavy/*', (route) => route.fulfill({ body: 'more' }));
    const found = overBudget(await weigh(page, paper.addresses.article));
    // What is put in by hand travels as it is, and not compressed, so a page may be over another budget as well.
    expect(found).toEqual(said.length > 0 ? expect.arrayContaining(said.map(like)) : []);
  });
}

for (const width of [360, 1280]) {
  for (const type of ['front page', 'article', 'article with tables'] as const) {
    test(`nothing moves on the ${type} at ${width} px, whether ads come or not`, async ({ page, paper }) => {
      await page.setViewportSize({ width, height: 800 });
      await noteLayoutShifts(page);
      // As on a slow connection: words are on the screen before fonts and pictures are.
      await page.route(/\.woff2$|\/_next\/image\?/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      await page.goto(paper.addresses[type]);
      await readToTheEnd(page);
      expect(await shiftsOf(page), 'before ads').toEqual([]);

      const heights = await heightsOfAds(page);
      expect(heights.length).toBeGreaterThan(0);
      await fillAds(page);
      await readToTheEnd(page);
      expect(await shiftsOf(page), 'with ads').toEqual([]);
      expect(await heightsOfAds(page)).toEqual(heights);
    });
  }
}

function like(sentence: RegExp): unknown {
  return expect.stringMatching(sentence);
}

/** @param bytes how much they weigh on their way */
function randomLetters(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}

function heightsOfAds(page: Page): Promise<number[]> {
  return adPlaces(page).evaluateAll((ads) => ads.map((ad) => ad.getBoundingClientRect().height));
}

/** What an ad server does: each place gets an ad of its own size, late. */
async function fillAds(page: Page): Promise<void> {
  await adPlaces(page).evaluateAll((ads) => {
    for (const place of ads) {
      const room = place.lastElementChild;
      const isLow = room && room.getBoundingClientRect().height < 250;
      const ad = document.createElement('div');
      ad.style.width = '300px';
      ad.style.height = isLow ? '50px' : '250px';
      ad.style.background = '#888';
      room?.replaceWith(ad);
    }
  });
}
