import { expect } from '@playwright/test';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { test } from './page-types';
import { startServer, type Server } from './server';

const withdrawn: Story = {
  slug: 'taken-back',
  publishedAt: new Date('2020-05-04T08:00:00Z'),
  title: 'Harbour closed to kites',
  more: [
    'status: withdrawn',
    'withdrawnAt: 2020-05-06T10:00:00+00:00',
    'withdrawnReason: The harbour is open to kites.',
    'redirectFrom: [/old/kites]',
  ],
};

let newsroom: Newsroom;
let server: Server;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  newsroom = openNewsroom();
  newsroom.write(withdrawn);
  await newsroom.publish();
  server = await startServer(newsroom.env);
});

test.afterAll(async () => {
  await server?.stop();
  newsroom?.destroy();
});

for (const visit of ['first', 'second']) {
  test(`the ${visit} reader of a withdrawn story is told so, when and why, with status 410`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const response = await page.goto(server.address + pathOf(withdrawn));
    expect(response?.status()).toBe(410);
    const main = page.getByRole('main');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This story was withdrawn');
    await expect(main).toContainText('The harbour is open to kites.');
    await expect(main.locator('time[datetime^="2020-05-06"]')).toBeVisible();
    expect(await page.content()).not.toContain('Harbour closed');
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/);
    await context.close();
  });
}

test('its old address leads to the notice', async ({ page }) => {
  const response = await page.goto(`${server.address}/old/kites`);
  expect(response?.url()).toBe(server.address + pathOf(withdrawn));
  expect(response?.status()).toBe(410);
});

test('the list of withdrawals says why, and leads to a notice that says the same', async ({ page, paper }) => {
  await page.goto(paper.addresses.withdrawals);
  const first = page.getByRole('main').getByRole('listitem').first();
  const reason = await first.locator('p').last().innerText();
  await first.getByRole('link').click();
  await expect(page).toHaveURL(paper.addresses.withdrawn);
  await expect(page.getByRole('main')).toContainText(reason);
});
