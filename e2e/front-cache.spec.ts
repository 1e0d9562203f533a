import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { findNginx } from '../lib/front/find-nginx.mjs';
import { startFront } from '../lib/front/start-front';
import type { Nginx } from '../lib/front/start-nginx';
import { securityHeaders } from '../lib/security-headers.mjs';
import { sign } from '../lib/signature';
import { signedText } from '../lib/signed-request';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { rawAnswer, type RawAnswer, type RawQuestion } from './raw-answer';
import { startServer, type Server } from './server';

/*
 * A site behind nginx with docs/nginx/slugline.conf, as its readers and its newsroom see it. What the configuration does
 * with each sort of answer is in front-rules.spec.ts.
 */
const nginx = findNginx();
test.skip(!nginx, 'There is no nginx on this machine.');
test.describe.configure({ timeout: 120_000 });

/** How long after the site itself a reader of the front sees a publication at the latest, in milliseconds. */
const promised = 2000;

const secret = 'what the newsroom and its site both know';
const day = (text: string) => new Date(`${text}T08:00:00Z`);
const ferry: Story = { slug: 'ferry', publishedAt: day('2020-05-04'), title: 'Ferry timetable' };
const kites: Story = { slug: 'kites', publishedAt: day('2020-05-05'), title: 'Kites banned' };
const moved: Story = {
  slug: 'moved',
  publishedAt: day('2020-06-05'),
  more: ['redirectFrom: [/2019/old-address, /?p=12]'],
};
const withdrawn: Story = {
  slug: 'withdrawn',
  publishedAt: day('2020-07-01'),
  more: ['status: withdrawn', 'withdrawnReason: It was wrong.'],
};
const draft: Story = { slug: 'draft', publishedAt: day('2020-08-01'), more: ['status: draft'] };

let newsroom: Newsroom;
let server: Server;
let front: Nginx;
let env: Record<string, string>;

test.beforeAll(async () => {
  newsroom = openNewsroom();
  for (const story of [ferry, kites, moved, withdrawn, draft]) newsroom.write(story);
  await newsroom.commit('The first stories');
  await newsroom.publish();
  env = { ...newsroom.env, PUBLISH_SECRET: secret };
  server = await startServer(env);
  // The build rendered the front page of the sample paper, which is made anew once it is some seconds old.
  const frontPage = async () => textOf(await rawAnswer(`${server.address}/`));
  await expect.poll(frontPage, { timeout: 60_000 }).toContain(ferry.title);
  front = await startFront(nginx ?? '', server.address);
});

test.afterAll(async () => {
  await front?.stop();
  await server?.stop();
  newsroom?.destroy();
});

test('npm run publish goes through the front, and sees what it published there', async () => {
  const receipt = await newsroom.goLive({ PUBLISH_SECRET: secret, PUBLISH_TO: front.address });
  expect(receipt.status, receipt.text).toBe(0);
  expect(receipt.text).toContain(`Live at ${front.address}`);
});

test('a page that was read is there without the site, and says so', async () => {
  await expectKept('/');
});

const addresses = {
  'front page': '/',
  story: pathOf(ferry),
  section: '/category/harbour',
  withdrawn: pathOf(withdrawn),
  moved: '/2019/old-address',
  'post by its number': '/?p=12',
  'page by its number': '/?page_id=12',
  'number of no post': '/?p=13',
  'front page with what is not read': '/?utm_source=mail',
  'not found': '/none',
  history: `${pathOf(ferry)}/history`,
  feed: '/feed.xml',
  sitemap: '/sitemap.xml',
  markdown: `${pathOf(ferry)}.md`,
  robots: '/robots.txt',
  worker: '/sw.js',
  search: '/search?q=ferry',
  newsroom: '/api/revalidate',
};

for (const [kind, address] of Object.entries(addresses)) {
  test(`readers are told the same as without the front: ${kind}`, async () => {
    for (const encoding of ['', 'gzip']) {
      const headers = { 'Accept-Encoding': encoding };
      const own = await rawAnswer(server.address + address, { headers });
      for (let time = 0; time < 2; time += 1) {
        const answer = await get(address, { headers });
        expect(answer.status).toBe(own.status);
        expect(told(answer)).toEqual(told(own));
        expect(textOf(answer)).toBe(textOf(own));
      }
    }
  });
}

test('a picture and a style sheet are kept, and readers are told the same of them', async ({ baseURL }) => {
  const site = baseURL ?? '';
  const before = await startFront(nginx ?? '', site);
  try {
    const html = String((await rawAnswer(`${before.address}/`)).body);
    const [picture = ''] = /\/_next\/image\?[^" ]*/.exec(html) ?? [];
    const [sheet = ''] = /\/_next\/static\/[^" ]*\.css/.exec(html) ?? [];
    const [icon = ''] = /\/icons\/[^" ]*/.exec(html) ?? [];
    for (const address of [picture.replaceAll('&amp;', '&'), sheet, icon]) {
      const headers = { Accept: 'image/webp,*/*', 'Accept-Encoding': 'gzip' };
      const own = await rawAnswer(site + address, { headers });
      expect(own.status, address).toBe(200);
      await rawAnswer(before.address + address, { headers });
      const answer = await rawAnswer(before.address + address, { headers });
      expect(answer.headers['cache-status'], address).toBe('nginx; hit');
      expect(told(answer)).toEqual(told(own));
      expect(textOf(answer)).toBe(textOf(own));
    }
  } finally {
    await before.stop();
  }
});

test('a preview is shown to whoever holds its link, and is kept nowhere', async () => {
  const link = new URL(await newsroom.preview(draft, { ...env, SITE_URL: server.address }));
  for (let time = 0; time < 2; time += 1) {
    const answer = await get(link.pathname + link.search);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-status']).toBeUndefined();
    expect(answer.headers['cache-control']).toContain('no-store');
  }
  expect((await get(link.pathname)).status).toBe(404);
});

test('a body that is too long is refused, by the site in words, and by nginx where it is much too long', async () => {
  const long = await get('/api/revalidate', { method: 'POST', body: 'a'.repeat(210_000) });
  expect(long.status).toBe(413);
  expect(JSON.parse(String(long.body))).toEqual({ error: expect.stringMatching(/\.$/) });
  const tooLong = await get('/api/revalidate', { method: 'POST', body: 'a'.repeat(300_000) });
  expect(tooLong.status).toBe(413);
  expectOwnWords(tooLong);
  expectOwnWords(await get('/%E0%A4%A'));
});

test('a publication is seen within 2 s of the site itself, where many read and where nobody did', async () => {
  const changed: [Story, Story] = [
    { ...ferry, title: 'Ferry timetable, mended' },
    { ...kites, title: 'Kites allowed' },
  ];
  const [popular, unread] = changed;
  const shows = (answer: RawAnswer, { title = '' }: Story) => textOf(answer).includes(title);
  await get(pathOf(unread));
  const readers = new AbortController();
  /** When each was asked, by performance.now(), and whether the answer was the new one. */
  const seen: { at: number; isNew: boolean }[] = [];
  const reading = (async () => {
    while (!readers.signal.aborted) {
      const at = performance.now();
      seen.push({ at, isNew: shows(await get(pathOf(popular)), popular) });
      await sleep(20);
    }
  })();
  await sleep(3000);

  for (const story of changed) newsroom.write(story);
  await newsroom.publish();
  await announce(changed.map(pathOf));
  for (const story of changed) {
    expect(shows(await rawAnswer(server.address + pathOf(story)), story)).toBe(true);
  }
  const published = performance.now();
  // Not read for longer than it may be kept: its first reader sees the new one.
  expect(shows(await get(pathOf(unread)), unread)).toBe(true);
  await sleep(published + promised + 500 - performance.now());
  readers.abort();
  await reading;
  const late = seen.filter(({ at }) => at > published + promised);
  expect(late.length).toBeGreaterThan(0);
  expect(late.filter(({ isNew }) => !isNew)).toEqual([]);
});

test('a page that was read just before a publication is not shown 2 s after it either', async () => {
  const changed = { ...ferry, title: 'Ferry timetable, mended again' };
  newsroom.write(changed);
  await newsroom.publish();
  await get(pathOf(changed));
  await announce([pathOf(changed)]);
  expect(textOf(await rawAnswer(server.address + pathOf(changed)))).toContain(changed.title);
  await sleep(promised);
  expect(textOf(await get(pathOf(changed)))).toContain(changed.title);
});

test('while the site hangs, readers have what is kept', async () => {
  await expectKept(pathOf(kites));
  await sleep(promised + 1000);
  process.kill(server.pid, 'SIGSTOP');
  try {
    const answer = await get(pathOf(kites));
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-status']).toBe('nginx; hit; detail=stale');
  } finally {
    process.kill(server.pid, 'SIGCONT');
  }
});

test('the site is killed: what is kept is served on, the rest says to come back, and so does the site', async () => {
  for (const address of ['/', pathOf(ferry), '/feed.xml', '/robots.txt']) await expectKept(address);
  expect((await get('/2020/06')).status).toBe(200);
  const port = Number(new URL(server.address).port);
  process.kill(server.pid, 'SIGKILL');
  await server.stop();
  await sleep(promised + 1000);
  for (const address of ['/', pathOf(ferry), '/feed.xml', '/robots.txt', '/2020/06']) {
    const answer = await get(address);
    expect([answer.status, answer.headers['cache-status']], address).toEqual([200, 'nginx; hit; detail=stale']);
  }
  for (const address of ['/category/orchard', '/search?q=ferry', '/images/0123456789ab/a.webp', '/api/revalidate']) {
    const answer = await get(address);
    expect(answer.status, address).toBe(503);
    expect(Number(answer.headers['retry-after']), address).toBeGreaterThan(0);
    expect(textOf(answer), address).toContain('Back in a moment');
    expectOwnWords(answer);
  }

  server = await startServer(env, port);
  expect((await get('/category/orchard')).status).toBe(200);
  expect((await get('/')).headers['cache-status']).toMatch(/^nginx; fwd=stale/);
});

/** Asks until it is served by the front alone: a busy machine may be too slow for the first times. */
async function expectKept(address: string): Promise<void> {
  await expect.poll(async () => (await get(address)).headers['cache-status'], address).toMatch(/^nginx; hit/);
}

/** A small page with the paper's headers, and nothing of how it came about. */
function expectOwnWords(answer: RawAnswer): void {
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  for (const { key, value } of securityHeaders) {
    if (key !== 'Content-Security-Policy') expect(answer.headers[key.toLowerCase()], key).toBe(value);
  }
  expect(answer.body.length).toBeLessThan(1000);
  expect(textOf(answer)).not.toMatch(/nginx|127\.0\.0\.1|upstream|Error| at /);
}

/** The headers that are of the answer: without those of its way, and those where Next says how it came by it. */
function told({ headers }: RawAnswer): Record<string, unknown> {
  const ofItsLength = ['accept-ranges', 'content-length', 'transfer-encoding'];
  const ofTheWay = ['cache-status', 'connection', 'date', 'keep-alive', 'server'];
  const others = new Set([...ofItsLength, ...ofTheWay]);
  const ofTheAnswer = Object.entries(headers).filter(([name]) => !others.has(name) && !name.startsWith('x-nextjs-'));
  return Object.fromEntries(ofTheAnswer);
}

function textOf({ headers, body }: RawAnswer): string {
  return String(headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
}

/** Tells the site itself that pages have changed. */
async function announce(paths: string[]): Promise<void> {
  const body = JSON.stringify({ paths });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign(secret, signedText({ purpose: 'revalidate', timestamp, body }));
  const headers = { 'Slugline-Timestamp': timestamp, 'Slugline-Signature': signature };
  const answer = await rawAnswer(`${server.address}/api/revalidate`, { method: 'POST', body, headers });
  expect(answer.status, textOf(answer)).toBe(200);
}

function get(address: string, question?: RawQuestion): Promise<RawAnswer> {
  return rawAnswer(front.address + address, question);
}
