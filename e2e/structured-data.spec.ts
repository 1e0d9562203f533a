import { expect, type Page } from '@playwright/test';
import { fetchPage } from './fetched-page';
import { test, type PageType } from './page-types';

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
  const story: Described = ofType(await structuredData(page), /Article$/);
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

test('the way down to a page is told as it stands above it', async ({ page, paper }) => {
  for (const type of ['article', 'month', 'day'] as const) {
    await page.goto(paper.addresses[type]);
    const links = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link');
    const shown = await links.evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    const list: { itemListElement: { position: number; name: string; item?: string }[] } = ofType(
      await structuredData(page),
      /^BreadcrumbList$/,
    );
    const told = list.itemListElement;
    expect(told.map(({ position }) => position)).toEqual(told.map((_, index) => index + 1));
    expect(told.slice(0, -1).map(({ name, item }) => [name, item])).toEqual(
      shown.map(([name, path]) => [name, paper.origin + path]),
    );
    expect(told.at(-1)).toEqual({ '@type': 'ListItem', position: told.length, name: title });
  }
});

test('an author’s page tells who the author is', async ({ page, paper }) => {
  await page.goto(paper.addresses.author);
  const { mainEntity }: { mainEntity: Record<string, string> } = ofType(await structuredData(page), /^ProfilePage$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(mainEntity.name ?? '');
  expect(mainEntity.url).toBe(paper.addresses.author);
  const main = page.getByRole('main');
  if (mainEntity.description) await expect(main).toContainText(mainEntity.description);
});

test('the front page tells how to search, and the address that it gives finds something', async ({ page, paper }) => {
  await page.goto(paper.addresses['front page']);
  const site: { url: string; potentialAction: { target: { urlTemplate: string }; 'query-input': string } } = ofType(
    await structuredData(page),
    /^WebSite$/,
  );
  expect(site.url).toBe(paper.addresses['front page']);
  const [, name] = /^required name=(\w+)$/.exec(site.potentialAction['query-input']) ?? [];
  const asked = new URL(paper.addresses['search with results']).searchParams.get('q') ?? '';
  await page.goto(site.potentialAction.target.urlTemplate.replace(`{${name}}`, encodeURIComponent(asked)));
  await expect(page.getByRole('main').getByRole('status')).toContainText(asked);
});

test('the about page tells who publishes the paper, and the policies that it leads to', async ({ page, paper }) => {
  await page.goto(paper.addresses.about);
  const publisher: Record<string, string> = ofType(await structuredData(page), /^NewsMediaOrganization$/);
  const main = page.getByRole('main');
  await expect(main).toContainText(publisher.name ?? '');
  await expect(main).toContainText(publisher.email ?? '');
  const policies = Object.entries(publisher).filter(([name]) => /Policy|Principles|Info/.test(name));
  expect(policies.length).toBeGreaterThan(0);
  for (const [, address] of policies) expect((await fetchPage(address)).status).toBe(200);
});

/** ISO 8601 with an offset. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2}|Z)$/;
const address = /^https?:\/\/\S+$/;
const words = /\S/;

/** What Google documents of each type (developers.google.com/search/docs/appearance/structured-data), as paths and forms. */
const documented: [PageType, RegExp, Record<string, RegExp>][] = [
  [
    'article with corrections',
    /^(NewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|OpinionNewsArticle)$/,
    {
      headline: /^.{1,200}$/,
      'image.0': /\/crops\/16x9\//,
      'image.1': /\/crops\/4x3\//,
      'image.2': /\/crops\/1x1\//,
      datePublished: moment,
      dateModified: moment,
      'author.0.@type': /^(Person|Organization)$/,
      'author.0.name': words,
      'author.0.url': address,
      'publisher.@type': /^NewsMediaOrganization$/,
      'publisher.name': words,
      'publisher.url': address,
      'publisher.correctionsPolicy': address,
      'publisher.ethicsPolicy': address,
      'correction.0.@type': /^CorrectionComment$/,
      'correction.0.text': words,
      'correction.0.datePublished': moment,
      isBasedOn: address,
    },
  ],
  [
    'article',
    /^BreadcrumbList$/,
    {
      'itemListElement.0.@type': /^ListItem$/,
      'itemListElement.0.position': /^1$/,
      'itemListElement.0.name': words,
      'itemListElement.0.item': address,
      'itemListElement.1.position': /^2$/,
    },
  ],
  [
    'author',
    /^ProfilePage$/,
    { 'mainEntity.@type': /^(Person|Organization)$/, 'mainEntity.name': words, 'mainEntity.url': address },
  ],
  [
    'front page',
    /^WebSite$/,
    {
      name: words,
      url: /^https?:\/\/[^/]+\/$/,
      'potentialAction.@type': /^SearchAction$/,
      'potentialAction.target.urlTemplate': /\/search\?q=\{words\}$/,
      'potentialAction.query-input': /^required name=words$/,
    },
  ],
  ['about', /^NewsMediaOrganization$/, { name: words, url: address, email: /@/ }],
];

for (const [type, name, fields] of documented) {
  test(`the ${type} gives Google the fields that it documents of ${name.source}`, async ({ page, paper }) => {
    await page.goto(paper.addresses[type]);
    const data: Record<string, unknown> = ofType(await structuredData(page), name);
    expect(data['@context']).toBe('https://schema.org');
    for (const [path, form] of Object.entries(fields)) {
      const value = path
        .split('.')
        .reduce<unknown>(
          (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
          data,
        );
      expect(String(value), path).toMatch(form);
    }
  });
}

test('of a withdrawn story they are told nothing', async ({ paper }) => {
  const { html } = await fetchPage(paper.addresses.withdrawn);
  expect(html).not.toContain('application/ld+json');
});

async function structuredData(page: Page): Promise<string[]> {
  return page.locator('script[type="application/ld+json"]').allTextContents();
}

/** The one description of a type. */
function ofType<T>(scripts: string[], type: RegExp): T {
  const found = scripts.filter((script) => {
    const data: { '@type': string } = JSON.parse(script);
    return type.test(data['@type']);
  });
  expect(found, `descriptions like ${type}`).toHaveLength(1);
  const data: T = JSON.parse(found[0] ?? '');
  return data;
}
