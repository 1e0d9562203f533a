import { expect, type Locator, type Page } from '@playwright/test';
import { adPlaces } from './ad-places';
import {
  attributeOf,
  fetchPage,
  fetchPages,
  insideOf,
  linksOf,
  pagesLinkedFrom,
  tagsOf,
  wordsOf,
  type FetchedPage,
} from './fetched-page';
import { articlePath, test } from './page-types';

/** ISO 8601 with an offset. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;

/** A body with fewer headings has no table of contents. */
const fewestHeadings = 4;

const day = 24 * 60 * 60 * 1000;

test.describe('a story', () => {
  test.beforeEach(async ({ page, paper }) => {
    await page.goto(paper.addresses.article);
  });

  test('says where it stands, what it is about and who wrote it when', async ({ page }) => {
    const story = page.getByRole('article').first();
    const trail = story.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link');
    expect(await pathsOf(trail)).toEqual([
      '/',
      expect.stringMatching(/^\/category\/[^/]+$/),
      expect.stringMatching(/^\/\d{4}\/\d{2}$/),
    ]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const headline = (await story.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(await page.title()).toContain(headline);
    const standfirst = (await page.locator('meta[name=description]').getAttribute('content')) ?? '';
    await expect(story.getByText(standfirst, { exact: true })).toBeVisible();
    await expect(story.getByText(/^By /).getByRole('link').first()).toHaveAttribute('href', /^\/author\/[^/]+$/);
    const published = story.locator('time').first();
    await expect(published).toBeVisible();
    await expect(published).toHaveText(/\d{1,2} \p{L}+ \d{4}.*\d{2}:\d{2}/u);
    expect(await published.getAttribute('datetime')).toMatch(moment);
    await expect(story.getByText(/^\d+ minutes? to read$/)).toBeVisible();
  });

  test('shows a picture with its words and its credit', async ({ page }) => {
    const figure = page.getByRole('article').first().getByRole('figure').first();
    const picture = figure.getByRole('img');
    await expect(picture).toHaveAttribute('alt', /\p{L}{3}/u);
    await expect(figure).toContainText(/\p{L}{3}/u);
    await expect
      .poll(() => picture.evaluate((image) => 'naturalWidth' in image && image.naturalWidth))
      .toBeGreaterThan(0);
  });

  test('names its source and its tags', async ({ page, paper }) => {
    const source = page.getByText('Primary source:').getByRole('link');
    expect(new URL((await source.getAttribute('href')) ?? '').origin).not.toBe(paper.origin);
    const tags = page.getByRole('navigation', { name: 'Tags' }).getByRole('link');
    const paths = await pathsOf(tags);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(path).toMatch(/^\/tag\/[^/]+$/);
    await tags.first().click();
    await expect(page.getByRole('main').locator(`a[href="${new URL(paper.addresses.article).pathname}"]`)).toHaveCount(
      1,
    );
  });

  test('can be shared by plain links that carry its address', async ({ page, paper }) => {
    const links = page.getByRole('navigation', { name: 'Share this story' }).getByRole('link');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.length).toBeGreaterThan(2);
    for (const href of hrefs) expect(decodeURIComponent(href)).toContain(new URL(paper.addresses.article).pathname);
    expect(hrefs.some((href) => href.startsWith('mailto:?'))).toBe(true);
    const scripts = await page.locator('script[src], iframe').count();
    expect(scripts, 'scripts and frames of others').toBe(0);
  });

  test('says who its authors are', async ({ page }) => {
    const bio = page.getByRole('region', { name: /^About / }).first();
    const link = bio.getByRole('link').first();
    await expect(link).toHaveAttribute('href', /^\/author\//);
    expect((await bio.innerText()).length).toBeGreaterThan(80);
    const name = (await link.textContent()) ?? '';
    await expect(page.getByText(/^By /).first()).toContainText(name);
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  });

  test('says what to do against it, and at which address', async ({ page }) => {
    const notice = page.getByRole('region', { name: /takedown/i });
    await expect(notice).toBeVisible();
    await expect(notice.getByRole('link')).toHaveAttribute('href', /^mailto:[^@]+@[^@]+$/);
  });

  test('has the sections and the calendar of its month beside it', async ({ page, paper }) => {
    const sections = page
      .getByRole('main')
      .getByRole('navigation', { name: /sections/i })
      .getByRole('link');
    expect(await sections.count()).toBeGreaterThan(5);
    for (const text of await sections.allTextContents()) expect(text).toMatch(/\p{L}\s*\d+ (story|stories)$/u);
    const calendar = page.getByRole('region', { name: 'Archive calendar' });
    await expect(calendar.getByRole('columnheader')).toHaveCount(7);
    await expect(calendar.getByRole('columnheader').first()).toHaveText('Mon');
    const today = calendar.locator('[aria-current=date]');
    expect(await pathsOf(today)).toEqual([new URL(paper.addresses.day).pathname]);
  });
});

test('the sidebar counts the stories that each section lists', async ({ page, paper }) => {
  await page.goto(paper.addresses.article);
  const sections = await page
    .getByRole('main')
    .getByRole('navigation', { name: /sections/i })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => ({ path: link.getAttribute('href'), text: link.textContent })));
  expect(sections.length).toBeGreaterThan(5);
  for (const { path, text } of sections) {
    const stories = new Set<string>();
    for (let next: string | undefined = `${paper.origin}${path}`; next;) {
      const list: FetchedPage = await fetchPage(next);
      for (const link of pagesLinkedFrom({ ...list, html: insideOf(list.html, 'main') }, articlePath))
        stories.add(link);
      next = linksOf(list, 'next').find((link) => link.includes(`${path}/page/`));
    }
    // Once for sight, once for those who hear it.
    expect(text).toMatch(new RegExp(`\\D${stories.size}${stories.size} (story|stories)$`));
  }
});

test('a table of contents stands where there are four or more headings, and leads to them', async ({ page, paper }) => {
  const counts = { with: 0, without: 0 };
  for (const { address, html } of await fetchPages(paper.articles)) {
    const [body = ''] = html.split(/<section aria-label="Disclaimer|<section aria-labelledby="corrections"/);
    const headings = tagsOf(body, 'h[2-6]').filter(
      (tag) => attributeOf(tag, 'id') && attributeOf(tag, 'id') !== 'contents',
    );
    const hasContents = html.includes('In this story');
    expect(hasContents, address).toBe(headings.length >= fewestHeadings);
    counts[hasContents ? 'with' : 'without'] += 1;
    if (!hasContents || counts.with > 1) continue;
    await page.goto(address);
    const links = page.getByRole('navigation', { name: 'In this story' }).getByRole('link');
    for (const link of await links.all()) {
      await link.click();
      const target = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
      await expect(target).toHaveText((await link.textContent()) ?? '');
      await expect(target).toBeInViewport();
    }
  }
  expect(Math.min(counts.with, counts.without)).toBeGreaterThan(0);
});

test('corrections are shown with their dates, and listed with all others', async ({ page, paper }) => {
  await page.goto(paper.addresses['article with corrections']);
  const note = page.getByRole('region', { name: /^corrections?$/i });
  expect(await note.locator('time').first().getAttribute('datetime')).toMatch(moment);
  const texts = await note.getByRole('listitem').allTextContents();
  expect(texts.length).toBeGreaterThan(0);
  await note.getByRole('link').click();
  await expect(page).toHaveURL(paper.addresses.corrections);
  for (const text of texts) {
    const words = text.slice(text.indexOf('.') + 1).trim();
    await expect(page.getByRole('main').getByText(words, { exact: true })).toBeVisible();
  }
});

test('every story has its dates, its picture, its related stories, and says when it is old', async ({ paper }) => {
  const counts = { old: 0, updated: 0, withDateline: 0 };
  for (const page of await fetchPages(paper.articles)) {
    const { address, html } = page;
    const story = insideOf(html, 'article');
    const times = tagsOf(story, 'time').map((tag) => attributeOf(tag, 'dateTime') ?? '');
    for (const time of times) expect(time, address).toMatch(moment);
    const published = Date.parse(times[0] ?? '');
    const isUpdated = /Updated <time/.test(story);
    if (isUpdated) {
      expect(Date.parse(times[1] ?? ''), address).toBeGreaterThanOrEqual(published);
      counts.updated += 1;
    }
    const saysItIsOld = /more than (a|\d+) years? old/.test(wordsOf(story).join(' '));
    const age = Date.now() - published;
    // On the anniversary itself, and on a leap day, either is right.
    if (Math.abs(age - 365.5 * day) > 2 * day) expect(saysItIsOld, address).toBe(age > 365 * day);
    if (saysItIsOld) counts.old += 1;
    if (/<p><span[^>]*>\p{Lu}[\p{L} -]+ — <\/span>/u.test(story)) counts.withDateline += 1;
    for (const image of tagsOf(story, 'img')) expect(attributeOf(image, 'alt')?.length, address).toBeGreaterThan(10);
    expect(insideOf(story, 'figcaption').length, address).toBeGreaterThan(3);

    const [, readNext = ''] = html.split('Read next');
    const related = [...readNext.matchAll(/<h\d[^>]*><a href="([^"]+)"/g)].map(([, path = '']) => paper.origin + path);
    expect(related.length, address).toBeGreaterThan(2);
    expect(new Set(related).size, address).toBe(related.length);
    expect(related, address).not.toContain(address);
    expect(related.filter((link) => !paper.articles.includes(link))).toEqual([]);
  }
  expect(counts.old).toBeGreaterThan(0);
  expect(counts.updated).toBeGreaterThan(0);
  expect(counts.withDateline).toBeGreaterThan(0);
});

test('related stories are none that the story itself leads to', async ({ paper }) => {
  const repeated = (await fetchPages(paper.articles)).flatMap(({ address, html }) => {
    const [above = '', readNext = ''] = insideOf(html, 'main').split('Read next');
    const onPage = pagesLinkedFrom({ address, html: above, status: 200 }, articlePath);
    const related = pagesLinkedFrom({ address, html: readNext, status: 200 }, articlePath);
    return related.filter((link) => onPage.includes(link)).map((link) => `${address} repeats ${link}`);
  });
  expect(repeated).toEqual([]);
});

test.describe('the story of many parts', () => {
  test.beforeEach(async ({ page, paper }) => {
    await page.goto(paper.addresses['article with tables']);
  });

  test('holds three lists of factors, each named, each factor labelled', async ({ page }) => {
    const lists = groupsOf(page).filter({ has: page.getByRole('list') });
    await expect(lists).toHaveCount(3);
    for (const list of await lists.all()) {
      await expect(list).toHaveAccessibleName(/\p{L}{3}/u);
      const items = list.getByRole('listitem');
      expect(await items.count()).toBeGreaterThan(2);
      for (const item of await items.all()) await expect(item.locator('strong').first()).toHaveText(/\p{L}{3}.*\.$/u);
    }
  });

  test('holds three tables, each with a caption and headers of columns and rows', async ({ page }) => {
    const tables = groupsOf(page).getByRole('table');
    await expect(tables).toHaveCount(3);
    for (const table of await tables.all()) {
      await expect(table.locator('caption')).toHaveText(/\p{L}{3}/u);
      await expect(table).toHaveAccessibleName(/\p{L}{3}/u);
      const columns = await table.getByRole('columnheader').count();
      const rows = await table.getByRole('row').count();
      expect(columns).toBeGreaterThan(1);
      expect(rows).toBeGreaterThan(3);
      await expect(table.locator('th[scope=col]')).toHaveCount(columns);
      await expect(table.locator('th[scope=row]')).toHaveCount(rows - 1);
      await expect(table.getByRole('cell')).toHaveCount((rows - 1) * (columns - 1));
    }
  });

  test('tells on a phone what each cell of a table is', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    let stacked = 0;
    for (const table of await groupsOf(page).getByRole('table').all()) {
      const { columns, labels, isHeadShown } = await table.evaluate((element) => ({
        columns: [...element.querySelectorAll('th[scope=col]')].map((cell) => cell.textContent),
        labels: [...element.querySelectorAll('td')].map((cell) => getComputedStyle(cell, '::before').content),
        isHeadShown: (element.querySelector('thead')?.getBoundingClientRect().width ?? 0) > 1,
      }));
      if (isHeadShown) continue;
      stacked += 1;
      expect(new Set(labels)).toEqual(new Set(columns.slice(1).map((name) => `"${name}"`)));
    }
    expect(stacked, 'tables too wide for a phone, whose rows are printed one below the other').toBeGreaterThan(0);
  });

  test('leaves three places for ads', async ({ page }) => {
    const ads = adPlaces(page.getByRole('article').first());
    await expect(ads).toHaveCount(3);
  });
});

/** Tables and lists of a story stand in groups that have names. */
function groupsOf(page: Page): Locator {
  return page.getByRole('article').first().getByRole('group');
}

function pathsOf(links: Locator): Promise<(string | null)[]> {
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
}
