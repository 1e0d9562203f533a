import { expect } from '@playwright/test';
import { fetchPage } from './fetched-page';
import { test } from './page-types';

type Described = {
  headline: string;
  description: string;
  datePublished: string;
  dateModified: string;
  author: { name: string; url: string }[];
  correction: { '@type': string; text: string; datePublished: string }[];
};

test('what search engines are told of a story is what its page shows, corrections included', async ({
  page,
  paper,
}) => {
  await page.goto(paper.addresses['article with corrections']);
  const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(scripts).toHaveLength(1);
  const story: Described = JSON.parse(scripts[0] ?? '');
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.headline);
  await expect(main).toContainText(story.description);
  expect(story.correction.length).toBeGreaterThan(0);
  for (const { '@type': type, text, datePublished } of story.correction) {
    expect(type).toBe('CorrectionComment');
    await expect(main).toContainText(text);
    await expect(main.locator(`time[datetime="${datePublished}"]`).first()).toBeAttached();
  }
  for (const date of [story.datePublished, story.dateModified]) {
    expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$/);
    await expect(main.locator(`time[datetime="${date}"]`).first()).toBeAttached();
  }
  for (const { name, url } of story.author) {
    await expect(main).toContainText(name);
    expect((await fetchPage(url)).status).toBe(200);
  }
});

test('of a withdrawn story they are told nothing', async ({ paper }) => {
  const { html } = await fetchPage(paper.addresses.withdrawn);
  expect(html).not.toContain('application/ld+json');
});
