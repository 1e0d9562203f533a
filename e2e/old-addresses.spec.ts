import { expect } from '@playwright/test';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { test } from './page-types';
import { startServer, type Server } from './server';

/** A story and a page that came from WordPress. */
const ferry: Story = {
  slug: 'ferry-sails-again',
  publishedAt: new Date('2020-05-04T08:00:00Z'),
  title: 'The ferry sails again',
  more: [
    'redirectFrom: [/ferry-sails-again, /?p=12]',
    'search: { title: Is the harbour ferry sailing?, description: When the harbour ferry sails. }',
  ],
};
const draft: Story = {
  slug: 'not-yet',
  publishedAt: new Date('2020-05-04T08:00:00Z'),
  more: ['status: draft', 'redirectFrom: [/?p=14]'],
};

let newsroom: Newsroom;
let server: Server;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  newsroom = openNewsroom();
  newsroom.write(ferry);
  newsroom.write(draft);
  newsroom.writePage('history', 'Our history', [
    'redirectFrom: [/our/history, /?p=2]',
    'search: { title: Since 1901 }',
  ]);
  await newsroom.publish();
  server = await startServer(newsroom.env);
});

test.afterAll(async () => {
  await server?.stop();
  newsroom?.destroy();
});

for (const [old, today] of [
  ['/ferry-sails-again', pathOf(ferry)],
  ['/ferry-sails-again/', pathOf(ferry)],
  ['/?p=12', pathOf(ferry)],
  ['/?page_id=12', pathOf(ferry)],
  ['/?p=12&utm_source=mail', pathOf(ferry)],
  ['/our/history', '/about/history'],
  ['/?page_id=2', '/about/history'],
] as const) {
  test(`${old} leads to ${today} for good`, async ({ request }) => {
    const first = await request.get(server.address + old, { maxRedirects: 0 });
    expect(first.status()).toBe(308);
    const response = await request.get(server.address + old);
    expect(new URL(response.url()).pathname).toBe(today);
    expect(response.status()).toBe(200);
  });
}

for (const [address, status] of [
  ['/?p=13', 404],
  ['/?p=14', 404],
  ['/?p=12a', 200],
  ['/?q=12', 200],
] as const) {
  test(`${address} answers with ${status}`, async ({ page }) => {
    const response = await page.goto(server.address + address);
    expect(response?.status()).toBe(status);
    expect(new URL(page.url()).pathname).toBe('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('a story tells search engines its own title, and readers and networks its headline', async ({ page }) => {
  await page.goto(server.address + pathOf(ferry));
  await expect(page).toHaveTitle('Is the harbour ferry sailing? — The Small Paper');
  const content = (selector: string) => page.locator(selector).getAttribute('content');
  expect(await content('meta[name="description"]')).toBe('When the harbour ferry sails.');
  expect(await content('meta[property="og:title"]')).toBe('The ferry sails again');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The ferry sails again');
  await page.goto(`${server.address}/about/history`);
  await expect(page).toHaveTitle('Since 1901 — The Small Paper');
});
