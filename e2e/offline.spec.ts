import { expect, type BrowserContext, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { gzipSync } from 'node:zlib';
import { test } from './page-types';

/** Opens a page of the paper and waits until the worker keeps what was opened. */
async function openFirst(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => keptStories(page)).toContain(new URL(address).pathname);
}

function keptStories(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const stories = await caches.open('stories');
    return (await stories.keys()).map((request) => new URL(request.url).pathname);
  });
}

async function withoutConnection(context: BrowserContext, read: () => Promise<void>): Promise<void> {
  await context.setOffline(true);
  try {
    await read();
  } finally {
    await context.setOffline(false);
  }
}

test('stories that were opened are read again without a connection, with their style, and an offline page says so of others', async ({
  page,
  paper,
  context,
}) => {
  const { article } = paper.addresses;
  const tables = paper.addresses['article with tables'];
  await openFirst(page, article);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.goto(tables);
  await expect.poll(() => keptStories(page)).toContain(new URL(tables).pathname);
  await page.goto(article);
  const family = () =>
    page.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).fontFamily);
  const styled = await family();

  await withoutConnection(context, async () => {
    await page.goto(tables);
    await expect(page.getByRole('table').first()).toBeVisible();
    await page.goto(`${article}?utm_source=mail`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(await family()).toBe(styled);

    await page.goto(paper.addresses['front page']);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline');
    const kept = page.getByRole('region', { name: 'Stories on this device' });
    await expect(kept.getByRole('listitem')).toHaveCount(2);
    await expect(kept.getByText('None yet')).toBeHidden();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await kept.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
  await page.goto(paper.addresses['front page']);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('You are offline');
});

test('with a connection, pages come from the paper, and a story that was withdrawn is kept no longer', async ({
  page,
  paper,
  context,
}) => {
  const { article } = paper.addresses;
  await openFirst(page, article);
  let asked = 0;
  await context.route(article, async (route) => {
    asked += 1;
    await route.fulfill({ status: 410, contentType: 'text/html', body: '<h1>Withdrawn</h1>' });
  });
  await page.goto(article);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Withdrawn');
  expect(asked).toBe(1);
  await expect.poll(() => keptStories(page)).toEqual([]);
  await context.unroute(article);
  await withoutConnection(context, async () => {
    await page.goto(article);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline');
    await expect(page.getByText('None yet')).toBeVisible();
  });
});

test('pages that are not stories are never kept', async ({ page, paper }) => {
  await openFirst(page, paper.addresses.article);
  await page.goto(paper.addresses['front page']);
  await page.goto(paper.addresses['search with results']);
  expect(await keptStories(page)).toEqual([new URL(paper.addresses.article).pathname]);
});

test('the worker is small', async ({ paper, request }) => {
  const answer = await request.get(`${paper.origin}/sw.js`);
  expect(answer.headers()['cache-control']).toBe('public, max-age=0');
  expect(gzipSync(await answer.body()).length).toBeLessThan(3_000);
});
