import { expect, test } from '@playwright/test';
import { sign } from '../lib/signature';
import { signedText } from '../lib/signed-request';
import { fetchPage, linksOf, type FetchedPage } from './fetched-page';
import { openNewsroom, pathOf, type Newsroom, type Receipt, type Story } from './newsroom';
import { startServer, type Server } from './server';

/*
 * A newsroom's days, on one server that is never built again: each test is one commit, and what readers then see. They
 * stand on one another, as commits do.
 */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const secret = 'what the newsroom and its site both know';

const day = (text: string) => new Date(`${text}T08:00:00Z`);
const ferry: Story = {
  slug: 'ferry',
  publishedAt: day('2020-05-04'),
  title: 'Ferry timetable',
  tags: ['boats', 'piers'],
};
const kites: Story = { slug: 'kites', publishedAt: day('2020-05-05'), title: 'Kites banned', tags: ['piers'] };
const apples: Story = { slug: 'apples', publishedAt: day('2020-06-05'), title: 'Apple harvest', category: 'orchard' };
const lamp: Story = { slug: 'lamp', publishedAt: day('2020-07-01'), title: 'Lamp lit', tags: ['boats'] };
const others = Array.from({ length: 24 }, (_, index): Story => {
  const date = String(index + 1).padStart(2, '0');
  return { slug: `other-${date}`, publishedAt: day(`2019-03-${date}`), category: index % 2 ? 'harbour' : 'orchard' };
});

let newsroom: Newsroom;
let server: Server;
let settings: Record<string, string>;

test.beforeAll(async () => {
  newsroom = openNewsroom();
  for (const story of [ferry, kites, apples, ...others]) newsroom.write(story);
  await newsroom.commit('The first stories');
  await newsroom.publish();
  server = await startServer({ ...newsroom.env, PUBLISH_SECRET: secret });
  settings = { PUBLISH_SECRET: secret, PUBLISH_TO: server.address };
  await publish();
});

test.afterAll(async () => {
  await server?.stop();
  newsroom?.destroy();
});

test('a story that is added stands on its page and every list', async () => {
  await readEverything();
  expect((await get(pathOf(lamp))).status).toBe(404);
  newsroom.write(lamp);
  await newsroom.commit('Lamp lit');
  const { text } = await publish();
  expect(text).toContain('“Lamp lit”');
  expect(text).toMatch(/added +articles\/2020\/07\/lamp\.mdx +\/2020\/07\/01\/lamp/);
  for (const path of [pathOf(lamp), ...listsOf(lamp)]) expect(lines(text), path).toContain(path);
  await expectListed(lamp, 'Lamp lit');
});

test('a headline that is edited is new on its page and every list', async () => {
  await readEverything();
  newsroom.write({ ...ferry, title: 'Ferry timetable, mended' });
  await newsroom.commit('Mend a headline');
  const { text } = await publish();
  expect(text).toMatch(/changed +articles\/2020\/05\/ferry\.mdx/);
  await expectListed(ferry, 'Ferry timetable, mended');
  for (const path of listsOf(ferry)) {
    expect((await get(path)).html.replaceAll('Ferry timetable, mended', ''), path).not.toContain('Ferry timetable');
  }
});

test('a story that is renamed has moved for good, and every list leads to its new address', async () => {
  await readEverything();
  const moved: Story = { ...kites, slug: 'kites-and-harbours', more: [`redirectFrom: [${pathOf(kites)}]`] };
  newsroom.remove(kites);
  newsroom.write(moved);
  await newsroom.commit('A clearer address');
  const { text } = await publish();
  expect(text).toMatch(/renamed .*kites-and-harbours\.mdx .*\(was \/2020\/05\/05\/kites\)/);
  const response = await fetch(server.address + pathOf(kites), { redirect: 'manual' });
  expect(response.status).toBe(308);
  expect(response.headers.get('location')).toBe(pathOf(moved));
  await expectListed(moved, 'Kites banned');
  for (const path of listsOf(kites))
    expect(linksOf(await get(path)), path).not.toContain(server.address + pathOf(kites));
});

test('a story that is withdrawn says so with status 410, is listed as such, and nowhere else', async () => {
  await readEverything();
  newsroom.write({
    ...apples,
    more: ['status: withdrawn', 'withdrawnAt: 2020-06-07T10:00:00+00:00', 'withdrawnReason: They were pears.'],
  });
  await newsroom.commit('Withdraw the apples');
  const { text } = await publish();
  expect(text).toMatch(/withdrawn +articles\/2020\/06\/apples\.mdx/);
  const page = await get(pathOf(apples));
  expect(page.status).toBe(410);
  expect(page.html).toContain('They were pears.');
  expect(page.html).not.toContain('Apple harvest');
  expect((await get('/withdrawals')).html).toContain('They were pears.');
  await expectNowhere(apples, 'Apple harvest');
});

test('a correction stands on the story and on the list of corrections', async () => {
  await readEverything();
  newsroom.write({
    ...lamp,
    more: ['corrections:', '  - date: 2020-07-02T08:00:00+00:00', '    text: The lamp is on the east pier.'],
  });
  await newsroom.commit('Correct the lamp');
  await publish();
  for (const path of [pathOf(lamp), '/corrections']) {
    const { status, html } = await get(path);
    expect(status).toBe(200);
    expect(html, path).toContain('The lamp is on the east pier.');
  }
});

test('a story that is deleted is nowhere', async () => {
  await readEverything();
  newsroom.remove(lamp);
  await newsroom.commit('Delete the lamp');
  const { text } = await publish();
  expect(text).toMatch(/deleted +articles\/2020\/07\/lamp\.mdx/);
  expect((await get(pathOf(lamp))).status).toBe(404);
  expect((await get('/2020/07/01')).status).toBe(404);
  expect((await get('/2020/07')).status).toBe(404);
  expect((await get('/corrections')).html).not.toContain('The lamp is on the east pier.');
  await expectNowhere(lamp, 'Lamp lit');
});

test('a rollback brings the latest edition before back', async () => {
  const before = performance.now();
  const { text, status } = await newsroom.goLive(settings, '--rollback');
  expect(text).toContain('as before  articles/2020/07/lamp.mdx');
  expect(status, text).toBe(0);
  expect(performance.now() - before).toBeLessThan(20_000);
  await expectListed(lamp, 'Lamp lit');
  expect((await get('/corrections')).html).toContain('The lamp is on the east pier.');

  await newsroom.git('revert', '--no-edit', 'HEAD');
  expect((await publish()).text).toContain('Nothing changed in content since the last edition.');
  await expectListed(lamp, 'Lamp lit');
});

test('a scheduled story comes by itself', async () => {
  test.setTimeout(180_000);
  const moment = new Date(Date.now() + 40_000);
  const tide: Story = { slug: 'tide', publishedAt: moment, title: 'Spring tide', tags: ['boats'] };
  newsroom.write(tide);
  await newsroom.commit('The tide, for later');
  const { text } = await publish();
  expect(text).toMatch(/scheduled +articles\/\d{4}\/\d\d\/tide\.mdx/);
  expect(text).toContain('No page shows anything new.');
  expect((await get(pathOf(tide))).status).toBe(404);
  await expectNowhere(tide, 'Spring tide');
  expect(Date.now(), 'the machine is too slow for this test').toBeLessThan(moment.getTime());
  await expect
    .poll(async () => (await get('/')).html.includes('Spring tide'), { timeout: 60_000, intervals: [500] })
    .toBe(true);
  await expect
    .poll(async () => (await get('/category/harbour')).html.includes('Spring tide'), { timeout: 30_000 })
    .toBe(true);
  expect((await get(pathOf(tide))).status).toBe(200);
});

test('the bio of an author is new below every story of hers', async () => {
  await readEverything();
  newsroom.writeAuthor('She has written of the harbour since it was dug.');
  await newsroom.commit('A bio');
  await publish();
  for (const path of ['/author/mina-park', pathOf(ferry), ...others.slice(0, 3).map(pathOf)]) {
    expect((await get(path)).html, path).toContain('since it was dug');
  }
});

test('what a receipt names is what looks other than before, and nothing else', async () => {
  const [old] = others;
  if (!old) throw new Error('There are no other stories.');
  const summary = 'It leaves earlier now.';
  const edits: { what: string; own: string; edit: () => void }[] = [
    ...[
      { what: 'a text', story: { ...ferry, body: 'The ferry leaves at nine.' } },
      { what: 'a standfirst', story: { ...ferry, summary } },
      { what: 'tags', story: { ...ferry, summary, tags: ['boats', 'tolls'] } },
      { what: 'a place on the front page', story: { ...old, more: ['lead: 1'] } },
      { what: 'a headline further down', story: { ...old, title: 'Renamed', more: ['lead: 1'] } },
    ].map(({ what, story }) => ({ what, own: pathOf(story), edit: () => newsroom.write(story) })),
    { what: 'a name', own: '/author/mina-park', edit: () => newsroom.writeAuthor('She writes.', 'Mina Park-Lee') },
  ];
  for (const { what, own, edit } of edits) {
    await makeAnew();
    const before = await readEverything();
    edit();
    await newsroom.commit(`Edit ${what}`);
    const { text } = await publish();
    await makeAnew();
    const after = await readEverything();
    const named = lines(text).filter((line) => line.startsWith('/'));
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (path) => before.get(path) !== after.get(path),
    );
    expect(text, what).not.toContain('and every page');
    for (const path of changed.filter((path) => !named.includes(path))) {
      expect(after.get(path), `${path}, after an edit of ${what}`).toBe(before.get(path));
    }
    // A story's own page is made anew in any case, and the front page shows more or less of it by its place there.
    const needless = named.filter((path) => !changed.includes(path) && path !== '/' && path !== own);
    expect(needless, what).toEqual([]);
  }
});

test('a dry run says what a publication would do, and does nothing', async () => {
  newsroom.write({ ...ferry, title: 'Ferry sunk' });
  await newsroom.commit('Not yet');
  const { text, status } = await newsroom.goLive(settings, '--dry-run');
  expect(status, text).toBe(0);
  expect(text).toContain(`  ${pathOf(ferry)}`);
  expect(text).toContain('Nothing was changed');
  expect((await get(pathOf(ferry))).html).not.toContain('Ferry sunk');
  await newsroom.git('reset', '--quiet', '--hard', 'HEAD^');
});

test('with a mistake in the content nothing is published, and the mistake is named', async () => {
  newsroom.write({ ...ferry, category: 'nowhere' });
  newsroom.write({ ...kites, slug: 'fresh', title: 'Fresh' });
  const { text, status } = await newsroom.goLive(settings);
  expect(status).toBe(1);
  expect(text).toMatch(/ferry\.mdx:\d+:\d+ There is no category “nowhere”/);
  expect((await get(pathOf({ ...kites, slug: 'fresh' }))).status).toBe(404);
  await newsroom.git('checkout', '--quiet', '.');
  newsroom.remove({ ...kites, slug: 'fresh' });
});

test('the content of an older commit is refused, unless it is forced', async () => {
  const newest = await newsroom.git('rev-parse', 'HEAD');
  await newsroom.git('checkout', '--quiet', 'HEAD~1');
  const refused = await newsroom.goLive(settings);
  expect(refused.status).toBe(1);
  expect(refused.text).toContain(`older than ${newest.slice(0, 7)}`);
  expect(refused.text).toContain('--force');
  const forced = await newsroom.goLive(settings, '--force');
  expect(forced.status, forced.text).toBe(0);
  await newsroom.git('checkout', '--quiet', newest);
  await publish();
});

test('of two publications at once the second waits for the first', async () => {
  newsroom.write({ ...ferry, title: 'Ferry, twice' });
  await newsroom.commit('Twice');
  const [one, other] = await Promise.all([newsroom.goLive(settings), newsroom.goLive(settings)]);
  expect([one.status, other.status], one.text + other.text).toEqual([0, 0]);
  expect(one.text + other.text).toContain('Another publication is at work');
  expect((await get(pathOf(ferry))).html).toContain('Ferry, twice');
});

test('what a site that is away was not told, the next publication tells it', async () => {
  newsroom.write({ ...ferry, title: 'Ferry, at last' });
  await newsroom.commit('While the site is away');
  const missed = await newsroom.goLive({ ...settings, PUBLISH_TO: 'http://localhost:9' });
  expect(missed.status).toBe(1);
  expect(missed.text).toMatch(/Not live\. http:\/\/localhost:9 does not answer: .+\./);
  const { text } = await publish();
  expect(text).toContain('Nothing changed in content');
  expect(lines(text)).toContain(pathOf(ferry));
  expect((await get(pathOf(ferry))).html).toContain('Ferry, at last');
});

test('every site that is named shows it', async () => {
  const second = await startServer({ ...newsroom.env, PUBLISH_SECRET: secret });
  try {
    newsroom.write({ ...ferry, title: 'Ferry, in two places' });
    await newsroom.commit('Two sites');
    const both = `${server.address}, ${second.address}`;
    const { text, status } = await newsroom.goLive({ ...settings, PUBLISH_TO: both });
    expect(status, text).toBe(0);
    for (const { address } of [server, second]) {
      expect(text).toContain(`Live at ${address}`);
      expect((await fetchPage(address + pathOf(ferry))).html).toContain('Ferry, in two places');
    }
  } finally {
    await second.stop();
  }
});

test('a site with another edition, or another secret, is not called live', async ({ baseURL }) => {
  const strange = await startServer({ PUBLISH_SECRET: secret });
  try {
    const { text, status } = await newsroom.goLive({ ...settings, PUBLISH_TO: strange.address });
    expect(status).toBe(1);
    expect(text).toMatch(/reads edition [0-9a-f]{12}, not [0-9a-f]{12}.*EDITION_URL/);
  } finally {
    await strange.stop();
  }
  const wrong = await newsroom.goLive({ ...settings, PUBLISH_SECRET: 'a secret of somebody else’s, as long' });
  expect(wrong.status).toBe(1);
  expect(wrong.text).toContain('refused, with status 401');
  const closed = await newsroom.goLive({ ...settings, PUBLISH_TO: baseURL ?? '' });
  expect(closed.status).toBe(1);
  expect(closed.text).toContain('set PUBLISH_SECRET for it');
});

test('without a secret it says what to set, and writes nothing; what it would do it says all the same', async () => {
  newsroom.write({ ...ferry, title: 'Ferry, unsigned' });
  const { text, status } = await newsroom.goLive({ ...settings, PUBLISH_SECRET: '' });
  expect(status).toBe(1);
  expect(text).toMatch(/PUBLISH_SECRET is not set.*Set it/);
  const dry = await newsroom.goLive({ ...settings, PUBLISH_SECRET: '' }, '--dry-run');
  expect(dry.status, dry.text).toBe(0);
  expect(lines(dry.text)).toContain(pathOf(ferry));
});

/** Publishes, and expects it to be seen live. */
async function publish(): Promise<Receipt> {
  const receipt = await newsroom.goLive(settings);
  expect(receipt.status, receipt.text).toBe(0);
  expect(receipt.text).toMatch(/Live at http:\/\/localhost:\d+, \d+\.\d s from the start/);
  return receipt;
}

function get(path: string): Promise<FetchedPage> {
  return fetchPage(server.address + path);
}

function lines(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}

/** Every list that a story stands in, whether it is new or old. */
function listsOf({ publishedAt, category = 'harbour', tags = [] }: Story): string[] {
  const [year, month, date] = publishedAt.toISOString().slice(0, 10).split('-');
  return [
    '/',
    `/category/${category}`,
    '/author/mina-park',
    ...tags.map((tag) => `/tag/${tag}`),
    `/${year}/${month}`,
    `/${year}/${month}/${date}`,
  ];
}

async function expectListed(story: Story, title: string): Promise<void> {
  const own = await get(pathOf(story));
  expect(own.status).toBe(200);
  expect(own.html).toContain(title);
  const search = `/search?q=${encodeURIComponent(title)}`;
  for (const path of [...listsOf(story), search]) {
    const page = await get(path);
    expect(page.status, path).toBe(200);
    expect(linksOf(page), path).toContain(server.address + pathOf(story));
    expect(page.html.replaceAll(/<[^>]+>/g, ''), path).toContain(title);
  }
}

async function expectNowhere(story: Story, title: string): Promise<void> {
  const search = `/search?q=${encodeURIComponent(title)}`;
  for (const path of [...listsOf(story), search]) {
    const page = await get(path);
    const main = page.html.slice(page.html.indexOf('<main'));
    expect(linksOf({ ...page, html: main }), path).not.toContain(server.address + pathOf(story));
    if (path !== search) expect(main, path).not.toContain(title);
  }
}

/** Has every page made anew, so that none is as a scheduled story found it. */
async function makeAnew(): Promise<void> {
  const body = JSON.stringify({ paths: [], everywhere: true });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign(secret, signedText({ purpose: 'revalidate', timestamp, body }));
  const headers = { 'slugline-timestamp': timestamp, 'slugline-signature': signature };
  const response = await fetch(`${server.address}/api/revalidate`, { method: 'POST', body, headers });
  expect(response.status).toBe(200);
}

/** Follows every link of the paper; the HTML of each page by its path, without the name of the edition. */
async function readEverything(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = ['/'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.has(path)) continue;
    const page = await get(path);
    expect(page.status, path).toBeLessThan(500);
    pages.set(path, asRead(page.html));
    for (const link of linksOf(page)) {
      const url = new URL(link);
      const isPage = url.origin === server.address && !url.hash && !url.search && !url.pathname.startsWith('/images');
      // Neither is kept anywhere: both are made for each request.
      const isFresh = url.pathname === '/search' || url.pathname.endsWith('/feed.xml');
      if (isPage && !isFresh && !pages.has(url.pathname)) waiting.push(url.pathname);
    }
  }
  return pages;
}

/** A page without the name of its edition. In which order React sends what stands in a head is a matter of moments. */
function asRead(html: string): string {
  const [head = '', ...body] = html.replace(/<meta name="edition"[^>]*>/, '').split('</head>');
  return [
    head
      .split(/(?=<(?:meta|link|title|script)\b)/)
      .toSorted()
      .join('\n'),
    ...body,
  ].join('</head>');
}
