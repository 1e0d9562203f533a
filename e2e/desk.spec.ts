import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { startDesk, type RunningDesk } from './desk';
import { openNewsroom, pathOf, type Newsroom } from './newsroom';
import { startServer } from './server';

let newsroom: Newsroom;
let desk: RunningDesk;

const aligned = ['| Port | Boats |', '| --- | ---: |', '| Harbour | 12 |'].join('\n');
const ferry = {
  slug: 'ferry-times',
  publishedAt: new Date('2026-10-04T09:00:00Z'),
  more: ['# asked the harbour master', "dateline: 'Harbour'   # not the city"],
  body: `The ferry sails at nine.[^1]\n\n${aligned}\n\n- One\n- Two\n\n[^1]: Except on Sundays.`,
};

// The desk bundles its pages when it starts, and every save is checked.
test.describe.configure({ timeout: 120_000 });
const patience = { timeout: 30_000 };

test.beforeAll(async () => {
  newsroom = openNewsroom();
  newsroom.write(ferry);
  desk = await startDesk(newsroom.env);
});

test.afterAll(async () => {
  await desk.stop();
  newsroom.destroy();
});

/** The editor of a story's text; its fields have text boxes as well. */
function editorOf(page: Page) {
  return page.getByRole('textbox', { name: 'Text', exact: true });
}

async function choose(page: Page, field: string, slug: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(slug);
  await page.getByRole('option', { name: slug }).click();
}

async function fillStory(page: Page, title: string): Promise<void> {
  await page.goto(`${desk.address}/keystatic/collection/articles/create`);
  await page.getByRole('textbox', { name: 'Title', description: 'The headline' }).fill(title);
  await page.getByRole('textbox', { name: 'Summary' }).fill('What it adds.');
  await choose(page, 'Authors', 'mina-park');
  await choose(page, 'Category', 'harbour');
}

test('a story that is written at the desk passes the check and is on the site', async ({ page }) => {
  const abroad: string[] = [];
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(`${desk.address}/`))
      abroad.push(request.url());
  });
  await fillStory(page, 'Boats return: “at last”');
  await editorOf(page).click();
  await page.keyboard.type('The boats are ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('back');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' in 5 * 2 days.');
  await page.keyboard.press('Enter');
  await page.locator('button[aria-haspopup="true"]').last().click();
  await page.getByRole('menuitem', { name: 'Note' }).click();
  await editorOf(page).getByRole('paragraph').last().click();
  await page.keyboard.type('Tickets are free.');
  await page.getByLabel('Add a picture').setInputFiles({
    name: 'A Boat.png',
    mimeType: 'image/png',
    buffer: await sharp({ create: { width: 1200, height: 800, channels: 3, background: 'teal' } })
      .png()
      .toBuffer(),
  });
  await expect(page.getByRole('textbox', { name: 'Src' })).toHaveValue('/images/a-boat.png');
  await page.getByRole('textbox', { name: 'Alt' }).fill('A boat at the quay.');
  await page.getByRole('textbox', { name: 'Credit' }).fill('The paper');
  const clock = await page.getByLabel('Published at').inputValue();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('Entry created')).toBeVisible(patience);

  expect(await newsroom.check()).toMatch(/^(All is well|Accepted)/m);
  await newsroom.publish();
  const server = await startServer(newsroom.env);
  try {
    await page.goto(server.address + pathOf({ slug: 'boats-return-at-last', publishedAt: new Date(`${clock}Z`) }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Boats return: “at last”');
    await expect(page.getByRole('article').getByText('The boats are back in 5 * 2 days.')).toBeVisible();
    await expect(page.getByRole('article').locator('strong', { hasText: 'back' })).toBeVisible();
    await expect(page.getByRole('article').getByText('Tickets are free.')).toBeVisible();
    await expect(page.getByRole('img', { name: 'A boat at the quay.' })).toBeVisible();
  } finally {
    await server.stop();
  }
  expect(abroad.filter((url) => !url.startsWith(server.address))).toEqual([]);
});

test('a story that is changed at the desk keeps everything that was not touched', async ({ page }) => {
  const before = newsroom.read(ferry);
  await page.goto(`${desk.address}/keystatic/collection/articles/item/${encodeURIComponent('2026/10/ferry-times')}`);
  await page.getByRole('textbox', { name: 'Summary' }).fill('When it sails.');
  await expect(editorOf(page)).toContainText('The ferry sails at nine.[^1]');
  await editorOf(page).getByText('Two').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' or three');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Reset changes' })).toBeDisabled(patience);

  expect(newsroom.read(ferry)).toBe(
    before
      .replace('summary: What it adds.', 'summary: When it sails.')
      .replace('- One\n- Two', '* One\n* Two or three'),
  );
  expect(await newsroom.check()).toMatch(/^(All is well|Accepted)/m);
});

test('a story that the checker refuses is not saved, and the desk says why', async ({ page }) => {
  await fillStory(page, 'The wrong month');
  await page.getByRole('textbox', { name: 'File' }).fill('2020/01/the-wrong-month');
  await editorOf(page).click();
  await page.keyboard.type('The text.');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('Not saved.')).toContainText('so it belongs in articles/', patience);
  await expect(editorOf(page)).toContainText('The text.');
  const misplaced = { slug: 'the-wrong-month', publishedAt: new Date('2020-01-01T00:00:00Z') };
  expect(() => newsroom.read(misplaced)).toThrow('ENOENT');
});

test('a story that somebody else changed in the meantime is not saved over', async ({ page }) => {
  const story = { slug: 'tide-tables', publishedAt: new Date('2026-10-05T09:00:00Z') };
  newsroom.write(story);
  await page.goto(`${desk.address}/keystatic/collection/articles/item/${encodeURIComponent('2026/10/tide-tables')}`);
  await page.getByRole('textbox', { name: 'Summary' }).fill('From the desk.');
  newsroom.write({ ...story, summary: 'From git.' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Somebody else changed articles/2026/10/tide-tables.mdx')).toBeVisible(patience);
  expect(newsroom.read(story)).toContain('summary: From git.');
});
