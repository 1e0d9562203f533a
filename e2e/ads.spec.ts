import { expect, type Page } from '@playwright/test';
import { adPlaces } from './ad-places';
import { fetchPage, pagesLinkedFrom } from './fetched-page';
import { articlePath, test } from './page-types';

/** The least height that a place keeps, and the room around it, in px. */
const leastHeight = 250;
const leastDistance = 24;

/** Better Ads Standards: what ads may take of a story on a phone, of the height of its main content. */
const mostOfPhone = 0.3;

for (const width of [360, 1280]) {
  test(`at ${width} px ad places keep their height and their distance`, async ({ page, paper }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 800 });
    await page.route('**/_next/image?*', (route) => route.abort());
    const front = await fetchPage(paper.addresses['front page']);
    let places = 0;
    for (const address of pagesLinkedFrom(front, articlePath)) {
      await page.goto(address);
      const ads = await adPlaces(page.getByRole('article').first()).all();
      places += ads.length;
      for (const ad of ads) await expect(ad.getByText('Advertisement', { exact: true })).toBeVisible();
      expect(await problemsOf(page), address).toEqual([]);
    }
    expect(places).toBeGreaterThan(10);
  });
}

test('a wide screen has a place beside the story, a phone does not', async ({ page, paper }) => {
  const beside = adPlaces(page).last();
  await page.goto(paper.addresses.article);
  expect((await beside.boundingBox())?.height).toBeGreaterThanOrEqual(600);
  const count = await adPlaces(page).count();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(adPlaces(page)).toHaveCount(count - 1);
});

test('the front page has a place that is lower on a phone', async ({ page, paper }) => {
  await page.goto(paper.addresses['front page']);
  const banner = adPlaces(page);
  expect((await banner.boundingBox())?.height).toBeGreaterThanOrEqual(90);
  await page.setViewportSize({ width: 360, height: 740 });
  const box = await banner.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(100);
  expect(box?.height).toBeLessThan(leastHeight);
  expect(box?.width).toBeLessThanOrEqual(360);
});

test('there is no advertising on pages about the paper, on searches and where nothing is', async ({ page, paper }) => {
  for (const type of ['about', 'about subpage', 'corrections', 'search with results', 'not found'] as const) {
    await page.goto(paper.addresses[type]);
    await expect(adPlaces(page)).toHaveCount(0);
  }
});

/** What is wrong with the places of the page that is open, a sentence each. */
function problemsOf(page: Page): Promise<string[]> {
  return adPlaces(page).evaluateAll(
    (ads, [leastHeight, leastDistance, mostOfPhone]) => {
      const isShown = (element: Element) => element.getBoundingClientRect().height > 0;
      const neighbours = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, table')].filter(isShown);
      const problems: string[] = [];
      const say = (index: number, problem: string) => problems.push(`Ad ${index + 1} ${problem}.`);
      ads.forEach((ad, index) => {
        const box = ad.getBoundingClientRect();
        if (box.height < leastHeight) say(index, `is ${box.height} px high`);
        for (const other of [...neighbours, ...ads.filter((candidate) => candidate !== ad)]) {
          const { top, bottom, left, right } = other.getBoundingClientRect();
          if (left >= box.right || right <= box.left) continue;
          const distance = Math.max(top - box.bottom, box.top - bottom);
          if (distance < leastDistance) say(index, `is ${distance} px from <${other.tagName}> “${other.textContent}”`);
        }
        if (!ad.closest('article')) return;
        for (const sibling of [ad.previousElementSibling, ad.nextElementSibling]) {
          if (sibling?.tagName !== 'P') say(index, `stands next to <${sibling?.tagName}>, not between two paragraphs`);
        }
      });
      const heights = ads.map((ad) => ad.getBoundingClientRect().height);
      for (const ad of ads) ad.lastElementChild?.remove();
      ads.forEach((ad, index) => {
        if (ad.getBoundingClientRect().height !== heights[index]) say(index, 'gives its room up when it is empty');
      });
      const taken = heights.reduce((sum, height) => sum + height, 0);
      const main = document.querySelector('main')?.getBoundingClientRect().height ?? 0;
      if (innerWidth < 600 && taken > main * mostOfPhone) problems.push(`Ads take ${taken} of ${main} px.`);
      return problems;
    },
    [leastHeight, leastDistance, mostOfPhone] as const,
  );
}
