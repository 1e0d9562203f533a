import { expect, type Page } from '@playwright/test';
import { test } from './page-types';

test('the theme goes round from system over light to dark, and is kept', async ({ page, paper }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(paper.addresses['front page']);
  const button = page.getByRole('button', { name: /theme/i });
  const lightPaper = await paperColour(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const darkPaper = await paperColour(page);
  expect(darkPaper).not.toBe(lightPaper);

  await expect(button).toHaveAccessibleName(/system/i);
  await button.click();
  await expect(button).toHaveAccessibleName(/light/i);
  expect(await paperColour(page)).toBe(lightPaper);

  await page.goto(paper.addresses.article);
  await expect(button).toHaveAccessibleName(/light/i);
  expect(await paperColour(page)).toBe(lightPaper);

  await button.press('Enter');
  await expect(button).toHaveAccessibleName(/dark/i);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paperColour(page)).toBe(darkPaper);
  await page.reload();
  await expect(button).toHaveAccessibleName(/dark/i);
  expect(await paperColour(page)).toBe(darkPaper);

  await button.click();
  await expect(button).toHaveAccessibleName(/system/i);
  expect(await paperColour(page)).toBe(lightPaper);
  await page.reload();
  expect(await paperColour(page)).toBe(lightPaper);
});

test('the chosen theme is there before anything is painted', async ({ page, paper }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(paper.addresses.article);
  const button = page.getByRole('button', { name: /theme/i });
  await button.click();
  await button.click();
  const darkPaper = await paperColour(page);
  await page.addInitScript(() => {
    // Fires while the page is read, when its head is there and its body begins.
    const observer = new MutationObserver(() => {
      if (!document.body) return;
      observer.disconnect();
      Object.assign(window, { schemeAtFirst: getComputedStyle(document.documentElement).colorScheme });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  expect(await page.evaluate(() => 'schemeAtFirst' in window && window.schemeAtFirst)).toBe('dark');
  expect(await paperColour(page)).toBe(darkPaper);
});

test('a reader on a phone can choose a theme too', async ({ page, paper }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(paper.addresses.article);
  const lightPaper = await paperColour(page);
  const button = page.getByRole('button', { name: /theme/i });
  if (!(await button.isVisible())) await page.getByText('Menu', { exact: true }).click();
  await button.click();
  await button.click();
  expect(await paperColour(page)).not.toBe(lightPaper);
});

test('a page works where nothing may be stored', async ({ page, paper }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(paper.addresses['front page']);
  const darkPaper = await paperColour(page);
  await page.getByRole('button', { name: /theme/i }).click();
  expect(await paperColour(page)).not.toBe(darkPaper);
  expect(errors).toEqual([]);
});

test('copy link copies the address of the story and says so', async ({ page, paper, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: paper.origin });
  await page.goto(paper.addresses.article);
  const button = page.getByRole('navigation', { name: 'Share this story' }).getByRole('button');
  await expect(button).toHaveText('Copy link');
  await button.click();
  await expect(button).toHaveText('Link copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).pathname).toBe(new URL(paper.addresses.article).pathname);
});

async function paperColour(page: Page): Promise<string> {
  return page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
}
