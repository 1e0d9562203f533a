import { gzipSync } from 'node:zlib';
import { expect, type Page, type Request } from '@playwright/test';
import { adPlaces } from './ad-places';
import { attributeOf, tagsOf } from './fetched-page';
import { pageTypes, test } from './page-types';

/** In bytes as they travel, 1 kB = 1000 bytes. */
const budget = { script: 6_000, style: 15_000, fonts: 100_000, allButPictures: 150_000 };
const mostRequestsButPictures = 12;
const mostPreloadedFonts = 2;

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

    const response = await page.goto(paper.addresses[type], { waitUntil: 'networkidle' });
    const html = (await response?.text()) ?? '';

    expect(complaints).toEqual([]);
    const others = requests.map((request) => new URL(request.url())).filter(({ origin }) => origin !== paper.origin);
    expect(others.map(({ href }) => href)).toEqual([]);

    const counted = requests.filter((request) => request.resourceType() !== 'image');
    expect(counted.length, 'requests').toBeLessThanOrEqual(mostRequestsButPictures);
    expect(await bytesOf(counted), 'all but pictures').toBeLessThanOrEqual(budget.allButPictures);
    expect(await scriptBytes(html, counted), 'script').toBeLessThanOrEqual(budget.script);
    const inline = gzipSync(insideAll(html, 'style')).length;
    expect(inline + (await bytesOf(ofType(counted, 'stylesheet'))), 'styles').toBeLessThanOrEqual(budget.style);
    expect(await bytesOf(ofType(counted, 'font')), 'fonts').toBeLessThanOrEqual(budget.fonts);
    const preloaded = tagsOf(html, 'link').filter((link) => attributeOf(link, 'as') === 'font');
    expect(preloaded.length, 'preloaded fonts').toBeLessThanOrEqual(mostPreloadedFonts);
  });
}

for (const width of [360, 1280]) {
  for (const type of ['front page', 'article', 'article with tables'] as const) {
    test(`nothing moves on the ${type} at ${width} px, whether ads come or not`, async ({ page, paper }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(recordShifts);
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

function ofType(requests: Request[], type: string): Request[] {
  return requests.filter((request) => request.resourceType() === type);
}

async function bytesOf(requests: Request[]): Promise<number> {
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}

/**
 * Script files as they travelled, and the page's own script as it would travel by itself. Structured data is no script,
 * though it stands in an element of that name: no browser runs it. It counts with the page that it is part of.
 */
async function scriptBytes(html: string, requests: Request[]): Promise<number> {
  const run = html.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '');
  return gzipSync(insideAll(run, 'script')).length + (await bytesOf(ofType(requests, 'script')));
}

/** What all elements of a name hold, one after the other. */
function insideAll(html: string, name: string): string {
  return [...html.matchAll(new RegExp(`<${name}(?=[\\s>])[^>]*>([\\s\\S]*?)</${name}>`, 'gi'))]
    .map(([, inside]) => inside)
    .join('\n');
}

/** Runs in the page, before anything else: notes every layout shift that no input asked for. */
function recordShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('hadRecentInput' in entry) || entry.hadRecentInput) continue;
      const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : [];
      const moved = sources.map(
        ({ node }: { node?: Node }) => node?.textContent?.trim().slice(0, 40) || node?.nodeName,
      );
      shifts.push(`${'value' in entry && String(entry.value)}: ${moved.join(' | ')}`);
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

function shiftsOf(page: Page): Promise<unknown> {
  return page.evaluate(() => ('shifts' in window ? window.shifts : 'no shifts were recorded'));
}

/** Scrolls down a screen at a time, so that whatever waits for the reader comes. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y <= document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.waitForLoadState('networkidle');
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
