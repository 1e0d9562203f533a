import { expect } from '@playwright/test';
import { fetchPage, fetchPages, linksOf, pagesLinkedFrom } from './fetched-page';
import { pageTypes, test, type Paper } from './page-types';

test.use({ javaScriptEnabled: false });

for (const type of pageTypes) {
  test(`the ${type} shows its heading and its content`, async ({ page, paper }) => {
    await page.goto(paper.addresses[type]);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(/\p{L}|\d{4}/u);
    const content = main.locator('a:visible, p:visible, input:visible, td:visible');
    expect(await content.count()).toBeGreaterThan(4);
    await expect(page.getByRole('contentinfo').getByRole('link').first()).toBeVisible();
    // Buttons that only script could answer are not there.
    await expect(page.getByRole('button').and(page.locator(':not(form button)'))).toHaveCount(0);
  });
}

test('the search form of every page searches', async ({ page, paper }) => {
  await page.goto(paper.addresses['front page']);
  const word = new URL(paper.addresses['search with results']).searchParams.get('q') ?? '';
  await page.getByRole('banner').getByRole('searchbox').fill(word);
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(paper.addresses['search with results']);
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('heading', { level: 2 }).first()).toBeVisible();
});

test('the search page narrows a search', async ({ page, paper }) => {
  await page.goto(paper.addresses['search with results']);
  const form = page.getByRole('search', { name: 'Search stories' });
  await form.getByLabel('Section').selectOption({ index: 1 });
  await form.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/[?&]category=[a-z-]+/);
  await expect(form.getByLabel('Section')).not.toHaveValue('');
});

test('the calendar leads to the month before, past months without stories', async ({ page, paper }) => {
  const withStories = await monthsOf(paper);
  const afterGap = withStories.find((month, index) => {
    const before = withStories[index - 1];
    return before !== undefined && monthNumber(month) - monthNumber(before) > 1;
  });
  expect(afterGap, 'a month of the sample paper that follows one without stories').toBeDefined();
  await page.goto(afterGap ?? '');
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  await page
    .getByRole('navigation', { name: `Months around ${title}` })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(withStories[withStories.indexOf(afterGap ?? '') - 1] ?? '');
  await expect(page.getByRole('main').getByRole('table').getByRole('link').first()).toBeVisible();
  await page
    .getByRole('navigation', { name: /^Months around/ })
    .getByRole('link')
    .last()
    .click();
  await expect(page).toHaveURL(afterGap ?? '');
});

test('the calendars of all months are one chain, both ways', async ({ paper }) => {
  const withStories = await monthsOf(paper);
  expect(withStories.length).toBeGreaterThan(3);
  for (const [index, month] of withStories.entries()) {
    const page = await fetchPage(month);
    expect(linksOf(page, 'prev'), month).toEqual(withStories.slice(Math.max(index - 1, 0), index));
    expect(linksOf(page, 'next'), month).toEqual(withStories.slice(index + 1, index + 2));
  }
});

test('the menu of a phone opens, and its links lead on', async ({ page, paper }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(paper.addresses.article);
  const section = page.getByRole('banner').getByRole('listitem').getByRole('link').first();
  await expect(section).toBeHidden();
  await page.getByRole('banner').getByText('Menu', { exact: true }).click();
  const name = (await section.textContent()) ?? '';
  await section.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

/** The addresses of the months that the pages of all years show, oldest first. */
async function monthsOf({ addresses }: Paper): Promise<string[]> {
  const years = await fetchPages(pagesLinkedFrom(await fetchPage(addresses.year), /^\/\d{4}$/));
  return years.flatMap((year) => pagesLinkedFrom(year, /^\/\d{4}\/\d{2}$/)).sort();
}

/** Months since the year 0, of …/2025/10. */
function monthNumber(address: string): number {
  const [year = 0, month = 0] = new URL(address).pathname.slice(1).split('/').map(Number);
  return year * 12 + month;
}
