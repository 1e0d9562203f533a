import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { gzipSync } from 'node:zlib';
import { openNewsroom, pathOf } from './newsroom';
import { test } from './page-types';
import { startServer } from './server';

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

test('pages that are not stories are never kept', async ({ page, paper }) => {
  await openFirst(page, paper.addresses.article);
  await page.goto(paper.addresses['front page']);
  await page.goto(paper.addresses['search with results']);
  expect(await keptStories(page)).toEqual([new URL(paper.addresses.article).pathname]);
});

test('a story that was fetched ahead is kept once it is opened, and not before', async ({ page, paper }) => {
  await openFirst(page, paper.addresses.article);
  await page.goto(paper.addresses.category);
  const link = page.getByRole('main').getByRole('heading').getByRole('link').last();
  const story = new URL((await link.getAttribute('href')) ?? '', paper.origin);
  const ahead = page.waitForResponse(story.href);
  await link.hover();
  await (await ahead).finished();
  expect(await keptStories(page)).not.toContain(story.pathname);
  await link.click();
  await expect.poll(() => keptStories(page)).toContain(story.pathname);
});

test('the worker is small', async ({ paper, request }) => {
  const answer = await request.get(`${paper.origin}/sw.js`);
  expect(answer.headers()['cache-control']).toBe('public, max-age=0');
  expect(gzipSync(await answer.body()).length).toBeLessThan(3_000);
});

base(
  'with a connection, pages come from the paper, and a story that was withdrawn is kept no longer',
  async ({ page, context }) => {
    base.slow();
    const newsroom = openNewsroom();
    const story = { slug: 'rice', publishedAt: new Date('2025-10-25T09:30:00Z') };
    newsroom.write(story);
    await newsroom.publish();
    const server = await startServer(newsroom.env);
    const address = server.address + pathOf(story);
    const heading = page.getByRole('heading', { level: 1 });
    try {
      await openFirst(page, address);
      newsroom.write({ ...story, more: ['status: withdrawn', 'withdrawnReason: It was wrong.'] });
      newsroom.write({ ...story, slug: 'wheat', title: 'Wheat, on the day' });
      await newsroom.publish();
      await expect(async () => {
        await page.goto(address);
        await expect(heading).toHaveText('This story was withdrawn', { timeout: 500 });
      }).toPass({ timeout: 45_000 });
      await expect.poll(() => keptStories(page)).toEqual([]);
      await expect(async () => {
        await page.goto(`${server.address}/`);
        await expect(page.getByRole('link', { name: 'Wheat, on the day' }).first()).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 45_000 });
      await withoutConnection(context, async () => {
        await page.goto(address);
        await expect(heading).toHaveText('You are offline');
        await expect(page.getByText('None yet')).toBeVisible();
      });
    } finally {
      await server.stop();
      newsroom.destroy();
    }
  },
);
