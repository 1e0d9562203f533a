import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { pageTypes, test } from './page-types';

/** “Saturday, 25 October 2025, 1 story”; whether a comma follows the weekday is the locale's. */
const dayInFull = /^\p{L}+,? \d{1,2} \p{L}+ \d{4}, (1 story|\d+ stories)$/u;

/** The rules that a colour scheme can break, since the rest of a page is the same in both. */
const colourRules = ['color-contrast', 'link-in-text-block'];

test.describe('axe finds nothing wrong, in light and in dark', () => {
  test.describe.configure({ mode: 'parallel' });

  for (const type of pageTypes) {
    test(type, async ({ page, paper }) => {
      await page.goto(paper.addresses[type]);
      await expectNoViolation(page);
    });
  }

  test('open menu on a phone', async ({ page, paper }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(paper.addresses['front page']);
    await page.getByText('Menu', { exact: true }).click();
    await expectNoViolation(page);
  });
});

test.describe('by keyboard', () => {
  test('the skip link comes first and leads past the masthead', async ({ page, paper }) => {
    await page.goto(paper.addresses.article);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: /^skip/i });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
  });

  for (const type of ['front page', 'article with tables', 'month', 'search with results'] as const) {
    test(`everything on the ${type} is reached, in sight and outlined`, async ({ page, paper }) => {
      await page.goto(paper.addresses[type]);
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(10);
      expect(stops.filter(({ isOutlined }) => !isOutlined)).toEqual([]);
      expect(stops.filter(({ isInSight }) => !isInSight)).toEqual([]);
      const links = page.getByRole('link').and(page.locator(':visible'));
      const names = new Set(stops.filter(({ element }) => element === 'A').map(({ href }) => href));
      const missed = (await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).filter(
        (href) => !names.has(href),
      );
      expect(missed).toEqual([]);
    });
  }

  test('days of the calendar are reached one after the other and named in full', async ({ page, paper }) => {
    await page.goto(paper.addresses.month);
    const days = page.getByRole('main').getByRole('table').getByRole('link', { name: dayInFull });
    const hrefs = await days.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.length).toBeGreaterThan(0);
    const cells = page.getByRole('main').getByRole('table').getByRole('cell').getByRole('link');
    await expect(cells).toHaveCount(hrefs.length);
    const reached = (await tabThrough(page)).map(({ href }) => href).filter((href) => hrefs.includes(href));
    expect(reached).toEqual(hrefs);
  });

  test('the menu of a phone opens', async ({ page, paper }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(paper.addresses['front page']);
    const menu = page.getByRole('banner').getByRole('listitem').getByRole('link');
    await expect(menu.first()).toBeHidden();
    await focusByTab(page, 'Menu');
    await page.keyboard.press('Enter');
    await expect(menu.first()).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('banner').getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('sea');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=sea$/);
  });

  test('a table wider than the screen scrolls', async ({ page, paper }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    let scrolled = 0;
    for (const address of paper.articles) {
      await page.goto(address);
      const regions = page
        .getByRole('article')
        .getByRole('group')
        .filter({ has: page.getByRole('table') });
      for (const region of await regions.all()) {
        await expect(region).toHaveAccessibleName(/\p{L}/u);
        if (!(await region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth))) continue;
        await region.focus();
        await expect(region).toBeFocused();
        await page.keyboard.press('ArrowRight');
        await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
        scrolled += 1;
      }
      if (scrolled > 1) break;
    }
    expect(scrolled, 'tables of the paper that are wider than a phone').toBeGreaterThan(0);
  });
});

test.describe('nothing scrolls sideways', () => {
  for (const type of pageTypes) {
    test(`${type} at 320 px`, async ({ page, paper }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(paper.addresses[type]);
      expect(await overhangOf(page)).toEqual([]);
    });
  }

  test.describe('zoomed to 200 %', () => {
    test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    test('every page', async ({ page, paper }) => {
      for (const type of pageTypes) {
        await page.goto(paper.addresses[type]);
        expect(await overhangOf(page), type).toEqual([]);
      }
    });
  });
});

/** All rules of axe, its best practices and the size of targets among them; for dark, those of colours. */
async function expectNoViolation(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } });
  expect(reportOf(await axe.analyze()), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(reportOf(await new AxeBuilder({ page }).withRules(colourRules).analyze()), 'dark').toEqual([]);
}

function reportOf({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

type Stop = { position: number; element: string; href: string | null; isOutlined: boolean; isInSight: boolean };

/** Presses Tab from the top of the page to its end. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
      return {
        position: [...document.querySelectorAll('*')].indexOf(element),
        element: element.tagName,
        href: element.getAttribute('href'),
        isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        isInSight: width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      };
    });
    if (!stop) return stops;
    // A control of several parts, such as a date, is outlined as a whole and then part by part, by the browser.
    if (stop.position !== stops.at(-1)?.position) stops.push(stop);
  }
  throw new Error('400 presses of Tab did not lead out of the page.');
}

async function focusByTab(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === text) return;
  }
  throw new Error(`20 presses of Tab did not lead to “${text}”.`);
}

/** What makes a page wider than its window, or would, if the page did not hide it. */
async function overhangOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const problems = scrollWidth > clientWidth ? [`${scrollWidth} px wide in a window of ${clientWidth} px`] : [];
    for (const root of [document.documentElement, document.body]) {
      if (getComputedStyle(root).overflowX !== 'visible') problems.push(`${root.tagName} hides what is too wide`);
    }
    return problems;
  });
}
