import { expect, test } from '@playwright/test';
import { previewPath } from '../lib/preview';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { startServer, type Server } from './server';

const secret = 'what the newsroom and its site both know';
const draft: Story = { slug: 'a-draft', publishedAt: new Date('2020-05-04T08:00:00Z'), more: ['status: draft'] };
const scheduled: Story = { slug: 'next-year', publishedAt: new Date('2099-05-04T08:00:00Z') };
const out: Story = { slug: 'out', publishedAt: new Date('2020-05-05T08:00:00Z') };

let newsroom: Newsroom;
let server: Server;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  newsroom = openNewsroom();
  for (const story of [draft, scheduled, out]) newsroom.write(story);
  await newsroom.publish();
  server = await startServer({ ...newsroom.env, PUBLISH_SECRET: secret });
});

test.afterAll(async () => {
  await server?.stop();
  newsroom?.destroy();
});

for (const [name, story, notice] of [
  ['a draft', draft, /this story is a draft/],
  ['a scheduled story', scheduled, /to be published on .*2099/],
] as const) {
  test(`the link that is printed for ${name} shows it, to nobody else and to no machine`, async ({ page }) => {
    const link = await newsroom.preview(story, { PUBLISH_SECRET: secret, SITE_URL: server.address });
    const response = await page.goto(link);
    expect(response?.status()).toBe(200);
    expect(response?.headers()['cache-control']).toContain('no-store');
    expect(response?.headers()['x-robots-tag']).toContain('noindex');
    await expect(page.locator('meta[name="referrer"]')).toHaveAttribute('content', 'no-referrer');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`The story of ${story.slug}`);
    await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText(notice);

    expect((await page.goto(server.address + pathOf(story)))?.status()).toBe(404);
    expect((await page.goto(link.replace(/signature=./, 'signature=')))?.status()).toBe(404);
    expect((await page.goto(link.replace(/until=\d/, 'until=9')))?.status()).toBe(404);
    await expect(page.locator('body')).not.toContainText(`The story of ${story.slug}`);
  });
}

test('a link past its time says so, and shows nothing', async ({ page }) => {
  await page.goto(server.address + previewPath(pathOf(draft), new Date(Date.now() - 1000), secret));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link has expired');
  await expect(page.locator('body')).not.toContainText('The story of a-draft');
});

test('the preview of a story that came out leads to the story', async ({ page }) => {
  await page.goto(server.address + previewPath(pathOf(out), new Date(Date.now() + 60_000), secret));
  expect(page.url()).toBe(server.address + pathOf(out));
});

test('without a secret there are no previews', async ({ page, baseURL }) => {
  const link = previewPath(pathOf(draft), new Date(Date.now() + 60_000), secret);
  expect((await page.goto(baseURL + link))?.status()).toBe(404);
  await expect(newsroom.preview(draft, { PUBLISH_SECRET: '' })).rejects.toThrow(/PUBLISH_SECRET is not set. Set it/);
});
