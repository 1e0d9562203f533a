import { setTimeout as sleep } from 'node:timers/promises';
import { connect, launch, type Page } from 'puppeteer-core';
import { browserSwitches } from '../browser-switches';
import { percentile } from './figures';

/** How long after a reader's tap the next page is painted, in milliseconds: the median of some taps of each kind. */
export type NextPageTimes = {
  /** The pointer rested on the link first, as before most clicks: the page was made ready meanwhile. */
  rested: number;
  /** A finger came down out of nowhere: there was only the time until it was lifted. */
  struck: number;
  /** As in a browser without speculation rules. */
  without: number;
};

type Kind = keyof NextPageTimes;

/** How long a finger or a button stays down, in milliseconds. */
const held = 80;

/** Longer than the 200 ms after which `moderate` rules take a resting pointer for an intention. */
const rest = 1_200;

/** Until the worker of the first page keeps its files, in milliseconds. */
const settled = 2_000;

/** Until the next page is painted in any case, in milliseconds. */
const shown = 3_000;

/**
 * Taps a story on a page of the paper as its readers do, each time with an empty profile. Puppeteer does it: as Playwright
 * attaches to pages, Chromium prerenders nothing.
 *
 * @param executablePath a Chromium
 * @param address of a page that lists stories, absolute
 * @throws Error when a tap leads nowhere
 */
export async function measureNextPage(executablePath: string, address: string, taps = 10): Promise<NextPageTimes> {
  const times: Record<Kind, number[]> = { rested: [], struck: [], without: [] };
  // By turns, so that whatever else the machine does touches all three.
  for (let tap = 0; tap < taps; tap += 1) {
    times.rested.push(await timeOfTap(executablePath, address, 'rested'));
    times.struck.push(await timeOfTap(executablePath, address, 'struck'));
    times.without.push(await timeOfTap(executablePath, address, 'without'));
  }
  const middle = (kind: Kind) => percentile(times[kind], 0.5);
  return { rested: middle('rested'), struck: middle('struck'), without: middle('without') };
}

async function timeOfTap(executablePath: string, address: string, kind: Kind): Promise<number> {
  const browser = await launch({ executablePath, args: browserSwitches });
  try {
    const page = await browser.newPage();
    const isPhone = kind !== 'rested';
    await page.setViewport({
      width: isPhone ? 412 : 1280,
      height: 823,
      hasTouch: isPhone,
      isMobile: isPhone,
    });
    await page.goto(address, { waitUntil: 'networkidle0' });
    await sleep(settled);
    const link = await findStory(page, kind === 'without');
    await (isPhone ? tap(page, link) : click(page, link));
    await sleep(shown);
    return await lookAt(browser.wsEndpoint(), link.href);
  } finally {
    await browser.close();
  }
}

/** Over another connection: to the first one, a page that was made ready ahead is never the one that is shown. */
async function lookAt(browserWSEndpoint: string, href: string): Promise<number> {
  const browser = await connect({ browserWSEndpoint, defaultViewport: null });
  try {
    const page = (await browser.pages()).find((open) => open.url() === href);
    const time = await page?.evaluate(timeOfPaint);
    if (time === undefined) throw new Error(`A tap on ${href} led nowhere.`);
    return time;
  } finally {
    await browser.disconnect();
  }
}

/** Brings a story's link into view, and has the page remember when it is clicked. Runs in the page. */
function findStory(page: Page, isWithoutRules: boolean): Promise<{ x: number; y: number; href: string }> {
  return page.evaluate((hasNoRules) => {
    if (hasNoRules) document.querySelectorAll('script[type=speculationrules]').forEach((rules) => rules.remove());
    addEventListener('click', ({ timeStamp }) => {
      sessionStorage.setItem('clicked', String(performance.timeOrigin + timeStamp));
    });
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main :is(h2, h3) a')];
    // The second one: the first stands at the very top.
    const link = links.filter(({ pathname }) => /^\/\d{4}\/\d{2}\/\d{2}\//.test(pathname))[1];
    if (!link) throw new Error('The page lists no stories.');
    link.scrollIntoView({ block: 'center' });
    const [box = link.getBoundingClientRect()] = link.getClientRects();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, href: link.href };
  }, isWithoutRules);
}

async function click(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y);
  await sleep(rest);
  await page.mouse.click(x, y, { delay: held }).catch(whenGone);
}

async function tap(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const finger = await page.touchscreen.touchStart(x, y);
  await sleep(held);
  await finger.end().catch(whenGone);
}

/** The end of a tap may end the page that is asked, before it answers. */
function whenGone(error: unknown): void {
  if (!(error instanceof Error && /target closed|session closed/i.test(error.message))) throw error;
}

/** From the click to the first paint that the reader saw, on the page itself. */
function timeOfPaint(): number | undefined {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const [navigation] = performance.getEntriesByType('navigation');
  if (!paint || !navigation) return undefined;
  // Of a page that was made ready ahead, when it was shown; of any other, 0.
  const shown = 'activationStart' in navigation ? Number(navigation.activationStart) : 0;
  const clicked = Number(sessionStorage.getItem('clicked')) - performance.timeOrigin;
  return Math.max(paint.startTime, shown) - clicked;
}
