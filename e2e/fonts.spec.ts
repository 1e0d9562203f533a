import { expect, type Page, type Response } from '@playwright/test';
import { noteLayoutShifts, shiftsOf } from './layout-shifts';
import { test } from './page-types';
import { readToTheEnd } from './read-to-the-end';

/** The answers to a page's own requests for fonts, as they come. */
function fontsOf(page: Page): Response[] {
  const fonts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'font') fonts.push(response);
  });
  return fonts;
}

/** Waits until the worker has the fonts and answers for the pages that are opened next. */
async function untilFontsAreKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const type of ['front page', 'article', 'search with results'] as const) {
    test(`the ${type} asks for no font when it is the first page`, async ({ page, paper }) => {
      const fonts = fontsOf(page);
      await page.goto(paper.addresses[type], { waitUntil: 'networkidle' });
      expect(fonts.map((font) => font.url())).toEqual([]);
    });
  }

  test('later pages have their fonts from the device', async ({ page, paper }) => {
    const fonts = fontsOf(page);
    await page.goto(paper.addresses['front page'], { waitUntil: 'networkidle' });
    await untilFontsAreKept(page);

    await noteLayoutShifts(page);
    await page.goto(paper.addresses.article, { waitUntil: 'networkidle' });
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.map((font) => font.fromServiceWorker())).not.toContain(false);
    await readToTheEnd(page);
    expect(await shiftsOf(page)).toEqual([]);
    expect(await loadedFonts(page)).toBeGreaterThanOrEqual(2);
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });
    test('fonts come with the first page', async ({ page, paper }) => {
      const fonts = fontsOf(page);
      await page.goto(paper.addresses['front page'], { waitUntil: 'networkidle' });
      expect(fonts).toHaveLength(2);
    });
  });
});

test('on a wide screen fonts come with the first page', async ({ page, paper }) => {
  const fonts = fontsOf(page);
  await page.goto(paper.addresses['front page'], { waitUntil: 'networkidle' });
  expect(fonts).toHaveLength(2);
  expect(await loadedFonts(page)).toBe(2);
});

function loadedFonts(page: Page): Promise<number> {
  return page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
}
