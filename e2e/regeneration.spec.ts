import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { fetchPage, linksOf, type FetchedPage } from './fetched-page';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { startServer, type Server } from './server';

/** What readers are promised: nothing that they see is further behind the edition, in ms. */
const promised = 60_000;

const day = (text: string) => new Date(`${text}T08:00:00Z`);
const edited: Story = { slug: 'edited', publishedAt: day('2020-05-04'), title: 'Ferry timetable' };
const newHeadline = 'Ferry timetable, mended';
const unread: Story = { slug: 'unread', publishedAt: day('2020-06-05'), title: 'Apple harvest', category: 'orchard' };
const newUnread = 'Apple harvest, mended';
const withdrawnLater: Story = { slug: 'withdrawn-later', publishedAt: day('2020-07-06') };
const moved: Story = {
  slug: 'moved',
  publishedAt: day('2020-08-07'),
  more: ['redirectFrom: [/2019/old-address, /news/42.html, /2019/12/30/another-old-one]'],
};
const draft: Story = { slug: 'a-draft', publishedAt: day('2020-05-04'), more: ['status: draft'] };
const withdrawn: Story = {
  slug: 'a-withdrawn-one',
  publishedAt: day('2020-05-04'),
  more: ['status: withdrawn', 'withdrawnReason: It was wrong.'],
};

/** A test that failed leaves readers waiting: they are sent home. */
const closing = new AbortController();
// There are more of them than Node expects to wait for one signal.
setMaxListeners(0, closing.signal);

let newsroom: Newsroom;
let server: Server;
/** Written while the server runs, for a moment that is yet to come. */
let scheduled: Story;
/** The same, on a page that nobody asks for until a minute after its moment. */
let scheduledUnread: Story;
/** Settled when the page shows what it has to, with the time that it took in ms; Infinity where it took too long. */
let delays: Record<string, Promise<number>>;
let beforeItsMoment: Record<string, FetchedPage>;
/** What a reader sees who was there before, and comes back when the promised time is over. */
let afterAMinute: Record<string, Promise<FetchedPage>>;

test.beforeAll(async () => {
  test.setTimeout(150_000);
  newsroom = openNewsroom();
  for (const story of [edited, unread, withdrawnLater, moved, draft, withdrawn]) newsroom.write(story);
  await newsroom.publish();
  server = await startServer(newsroom.env);
  // Readers were everywhere before: the server has each of these pages, as it was.
  for (const story of [edited, unread, withdrawnLater]) expect((await get(pathOf(story))).status).toBe(200);
  for (const path of ['/', '/category/harbour', '/category/orchard', '/author/mina-park', '/2020/06', '/tag/tides']) {
    await get(path);
  }

  const moment = new Date(Date.now() + 45_000);
  scheduled = { slug: 'scheduled', publishedAt: moment, title: 'Lighthouse relit', more: ['tags: [lamps]'] };
  scheduledUnread = { slug: 'scheduled-unread', publishedAt: moment, title: 'Tide tables', more: ['tags: [tides]'] };
  for (const story of [scheduled, scheduledUnread]) newsroom.write(story);
  newsroom.write({ ...edited, title: newHeadline });
  newsroom.write({ ...unread, title: newUnread });
  newsroom.write({ ...withdrawnLater, more: ['status: withdrawn', 'withdrawnReason: It was wrong.'] });
  await newsroom.publish();
  const published = Date.now();

  beforeItsMoment = {
    'its own page': await get(pathOf(scheduled)),
    'the page of its day': await get(dayOf(scheduled)),
    'the page of its tag': await get('/tag/lamps'),
    'a search': await get('/search?q=lighthouse'),
    'the other one': await get(pathOf(scheduledUnread)),
  };
  expect(Date.now(), 'publishing took too long for this test').toBeLessThan(moment.getTime());

  const leadsToIt = (page: FetchedPage) => page.status === 200 && leadsTo(page, scheduled);
  delays = {
    'its own page': watch(
      pathOf(scheduled),
      moment.getTime(),
      ({ status, html }) => status === 200 && shows(html, scheduled),
    ),
    'the front page': watch('/', moment.getTime(), leadsToIt),
    'the page of its day': watch(dayOf(scheduled), moment.getTime(), leadsToIt),
    'the page of its month': watch(monthOf(scheduled), moment.getTime(), leadsToIt),
    'the page of its section': watch('/category/harbour', moment.getTime(), leadsToIt),
    'the page of its author': watch('/author/mina-park', moment.getTime(), leadsToIt),
    'the page of its tag': watch('/tag/lamps', moment.getTime(), leadsToIt),
    'a search': watch('/search?q=lighthouse', moment.getTime(), leadsToIt),
    'an edited story': watch(pathOf(edited), published, ({ html }) => html.includes(newHeadline)),
    'a list with an edited story': watch('/2020/05', published, ({ html }) => html.includes(newHeadline)),
    'a story withdrawn': watch(
      pathOf(withdrawnLater),
      published,
      ({ status, html }) => status === 410 && !shows(html, withdrawnLater),
    ),
  };
  afterAMinute = {
    'an edited story': getAt(published + promised, pathOf(unread)),
    'its section': getAt(published + promised, '/category/orchard'),
    'its month': getAt(published + promised, '/2020/06'),
    'a scheduled story': getAt(moment.getTime() + promised, pathOf(scheduledUnread)),
    'its tag': getAt(moment.getTime() + promised, '/tag/tides'),
  };
});

test.afterAll(async () => {
  closing.abort();
  await Promise.allSettled([...Object.values(delays ?? {}), ...Object.values(afterAMinute ?? {})]);
  await server?.stop();
  newsroom?.destroy();
});

test('a draft and a withdrawn story are nowhere', async () => {
  for (const story of [draft, withdrawn]) {
    const page = await get(pathOf(story));
    expect(page.status).toBe(story === draft ? 404 : 410);
    expect(shows(page.html, story)).toBe(false);
    for (const path of ['/2020/05', '/2020/05/04', '/category/harbour', `/search?q=${story.slug}`]) {
      expect(leadsTo(await get(path), story), path).toBe(false);
    }
  }
});

test('an old address leads on to the story, for good', async () => {
  for (const path of ['/2019/old-address', '/news/42.html', '/2019/12/30/another-old-one']) {
    const response = await fetch(server.address + path, { redirect: 'manual' });
    expect(response.status, path).toBe(308);
    const target = new URL(response.headers.get('location') ?? '', server.address);
    expect(target.href).toBe(server.address + pathOf(moved));
    expect((await fetch(target)).status).toBe(200);
  }
});

test('where nothing is, the answer is 404 and a whole page, with script and without', async ({ browser }) => {
  for (const path of [
    pathOf(draft),
    '/category/nowhere',
    '/2020/05/04/never-was',
    '/2030/01',
    '/a/b/c',
    '/tag/nothing',
  ]) {
    const { status, html } = await get(path);
    expect(status, path).toBe(404);
    expect(html, path).toMatch(/^<!DOCTYPE html>[\s\S]*<h1[\s\S]*<\/main>[\s\S]*<\/html>$/i);
    expect(html.match(/<h1/g), path).toHaveLength(1);
  }
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const response = await page.goto(`${server.address}/category/nowhere`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
    await context.close();
  }
});

test('before its moment a scheduled story is nowhere', () => {
  const { 'a search': search, ...pages } = beforeItsMoment;
  for (const [name, { status, html }] of Object.entries(pages)) {
    expect(status, name).toBe(404);
    expect(shows(html, scheduled), name).toBe(false);
  }
  expect(search && leadsTo(search, scheduled)).toBe(false);
});

test('after its moment it is everywhere, by itself and within the promised time', async () => {
  test.setTimeout(promised + 30_000);
  const { 'an edited story': _, 'a list with an edited story': __, 'a story withdrawn': ___, ...ofScheduled } = delays;
  for (const [name, delay] of Object.entries(ofScheduled)) expect(await delay, name).toBeLessThan(promised);
});

test('an edited headline is seen within the promised time', async () => {
  test.setTimeout(promised + 30_000);
  for (const name of ['an edited story', 'a list with an edited story']) {
    expect(await delays[name], name).toBeLessThan(promised);
  }
});

test('a withdrawn story is gone within the promised time', async () => {
  test.setTimeout(promised + 30_000);
  expect(await delays['a story withdrawn']).toBeLessThan(promised);
});

test('who comes back after that time sees nothing old, not even once', async () => {
  test.setTimeout(promised + 45_000);
  for (const name of ['an edited story', 'its section', 'its month']) {
    expect((await afterAMinute[name])?.html.includes(newUnread), name).toBe(true);
  }
  for (const name of ['a scheduled story', 'its tag']) {
    const page = await afterAMinute[name];
    expect(page?.status, name).toBe(200);
    expect(shows(page?.html ?? '', scheduledUnread), name).toBe(true);
  }
});

function get(path: string): Promise<FetchedPage> {
  return fetchPage(server.address + path);
}

/** @param moment in ms since 1970 */
async function getAt(moment: number, path: string): Promise<FetchedPage> {
  await sleep(moment - Date.now(), undefined, { signal: closing.signal });
  return get(path);
}

/** Asks for a page every second until it is as expected. @returns how long after `since` that was, in ms */
async function watch(path: string, since: number, isAsExpected: (page: FetchedPage) => boolean): Promise<number> {
  while (Date.now() < since + promised) {
    if (isAsExpected(await get(path))) return Date.now() - since;
    await sleep(1000, undefined, { signal: closing.signal });
  }
  return Infinity;
}

function shows(html: string, { title, slug }: Story): boolean {
  return html.includes(title ?? `The story of ${slug}`);
}

function leadsTo(page: FetchedPage, story: Story): boolean {
  return linksOf(page).some((link) => new URL(link).pathname === pathOf(story));
}

function dayOf(story: Story): string {
  return pathOf(story).split('/').slice(0, 4).join('/');
}

function monthOf(story: Story): string {
  return pathOf(story).split('/').slice(0, 3).join('/');
}
