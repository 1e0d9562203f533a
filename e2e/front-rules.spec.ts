import { readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { findNginx } from '../lib/front/find-nginx.mjs';
import { startFront } from '../lib/front/start-front';
import type { Nginx } from '../lib/front/start-nginx';
import { tellFront } from '../lib/front/tell-front';
import { rawAnswer, type RawQuestion } from './raw-answer';

/*
 * What docs/nginx/slugline.conf does with the answers of a site, by a site that answers as a test tells it and notes what
 * it was asked.
 */
const nginx = findNginx();
test.skip(!nginx, 'There is no nginx on this machine.');

type Answer = { status?: number; headers?: Record<string, string | undefined>; text?: string };

/** In milliseconds: by then a reader waits for the site. */
const tooOld = 2100;

const forPages = 's-maxage=15, stale-while-revalidate=10';

let site: Server;
let front: Nginx;
/** By path; a page by default. */
let answers: Record<string, Answer>;
let asked: { method: string; url: string; headers: IncomingMessage['headers'] }[];

test.beforeAll(async () => {
  site = createServer((request, response) => {
    tellFront(request, response, new Date());
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, headers });
    const { status = 200, headers: own = {}, text = `the page of ${url}` } = answers[url] ?? {};
    response.setHeader('Cache-Control', forPages);
    response.setHeader('Vary', 'rsc, next-router-state-tree, Accept-Encoding');
    for (const [name, value] of Object.entries(own)) {
      if (value === undefined) response.removeHeader(name);
      else response.setHeader(name, value);
    }
    const isKnown = own.ETag !== undefined && headers['if-none-match'] === own.ETag;
    response.writeHead(isKnown ? 304 : status).end(isKnown ? undefined : text);
  });
  await new Promise<void>((resolve) => site.listen(0, resolve));
  const bound = site.address();
  front = await startFront(nginx ?? '', `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : ''}`);
});

test.beforeEach(() => {
  answers = {};
  asked = [];
});

test.afterAll(async () => {
  await front?.stop();
  site?.closeAllConnections();
  site?.close();
});

test('of what a client says, the site hears nothing that an answer could be made of', async () => {
  await get('/heard', { headers: { ...poison, Accept: 'text/html,image/webp', 'Accept-Encoding': 'br, gzip' } });
  expect(asked).toEqual([
    {
      method: 'GET',
      url: '/heard',
      headers: {
        host: 'news.example.org',
        accept: 'image/webp,*/*',
        'accept-encoding': 'gzip',
        'slugline-front': 'nginx',
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-host': 'news.example.org',
        'x-forwarded-proto': 'http',
      },
    },
  ]);
});

test('nor do searches, previews and the newsroom hand more on than they need', async () => {
  const always = ['host', 'slugline-front', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];
  const forReaders = ['accept', ...always];
  for (const [address, known] of [
    ['/search?q=a%20b', forReaders],
    ['/preview/2020/05/04/a?until=1', forReaders],
    ['/api/revalidate?x', ['content-length', 'slugline-signature', ...always]],
  ] as const) {
    await get(address, { method: 'POST', body: 'body', headers: { ...poison, 'Slugline-Signature': 'mine' } });
    const { url, headers } = asked.at(-1) ?? { headers: {} };
    expect(url).toBe(address);
    expect(Object.keys(headers).toSorted(), address).toEqual(known.toSorted());
    expect(headers).toMatchObject({ host: 'news.example.org', 'x-forwarded-for': '127.0.0.1' });
  }
});

test('a page is one, whatever stands behind “?” and however its path and the client’s words are written', async () => {
  await get('/one');
  await get('/one', { headers: { 'Accept-Encoding': 'gzip' } });
  const before = kept('pages');
  for (const address of ['/one?a', '/one?_rsc=1', '/%6fne', '/%6Fne', '//one', '/./one', '/other/../one']) {
    for (const encoding of ['', 'gzip', 'gzip;q=1.0', 'br, GZIP', 'identity', 'gzip;q=0', 'made-up']) {
      const { status, body } = await get(address, { headers: { 'Accept-Encoding': encoding, RSC: encoding } });
      expect([status, String(body)]).toEqual([200, 'the page of /one']);
    }
  }
  expect(kept('pages')).toBe(before);
  expect(new Set(asked.map(({ url }) => url))).toEqual(new Set(['/one']));
});

test('what is not there gets no place', async () => {
  const before = [kept('pages'), kept('files')];
  for (let index = 0; index < 20; index += 1) {
    const pages = [`/none-${index}`, `/none-${index}.xml`];
    const files = [`/images/${index}/none.webp`, `/_next/static/none-${index}.js`, `/_next/image?url=${index}`];
    const moved = `/icons/${index}/icon.png`;
    for (const address of [...pages, ...files]) {
      answers[address] = { status: 404 };
      expect((await get(address)).status).toBe(404);
    }
    answers[moved] = { status: 307, headers: { 'Cache-Control': 'public, max-age=25', Location: '/' } };
    expect((await get(moved)).status).toBe(307);
    answers[`/slash-${index}/`] = { status: 308, headers: { 'Cache-Control': undefined } };
    await get(`/slash-${index}/`);
  }
  expect([kept('pages'), kept('files')]).toEqual(before);
});

test('a resized picture is kept under the address that pages give it, and under no other', async () => {
  const address = '/_next/image?url=%2Fimages%2F0123456789ab%2Fa-b_c.webp&w=640&q=70';
  const webp = { headers: { Accept: 'image/avif,image/webp,*/*;q=0.8' } };
  await get(address, webp);
  await get(address);
  const before = kept('files');
  for (const more of ['&x=1', '&w=750', '#', '&q=70']) await get(address + more, webp);
  await get(address.replaceAll('%2F', '/'), webp);
  await get(address.replace('a-b', '%61-b'), webp);
  await get(address, { headers: { Accept: 'made-up' } });
  expect(kept('files')).toBe(before);
  asked = [];
  expect((await get(address, webp)).headers['cache-status']).toBe('nginx; hit');
  expect(asked).toEqual([]);
});

test('many readers of a page are one to the site, once it is kept', async () => {
  answers['/popular'] = { headers: { ETag: '"1"' } };
  await get('/popular');
  asked = [];
  const until = Date.now() + 3000;
  const readers = Array.from({ length: 20 }, async () => {
    while (Date.now() < until) {
      expect((await get('/popular')).status).toBe(200);
      await sleep(20);
    }
  });
  await Promise.all(readers);
  // Once in each second that began, of some 2,000 times. Where the machine stands still for two, each reader finds it too old.
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.length).toBeLessThan(60);
  expect(asked.every(({ headers }) => headers['if-none-match'] === '"1"')).toBe(true);
});

test('what failed is not shown where there is something kept, and what is gone is gone', async () => {
  await get('/steady');
  await get('/deleted');
  answers['/steady'] = { status: 500, text: 'Error: at line 1' };
  answers['/deleted'] = { status: 404, text: 'not found' };
  answers['/never'] = { status: 500, text: 'failed' };
  await sleep(tooOld);
  const steady = await get('/steady');
  expect([steady.status, String(steady.body)]).toEqual([200, 'the page of /steady']);
  expect((await get('/deleted')).status).toBe(404);
  expect((await get('/never')).status).toBe(500);
  // Nor does it come back when the site fails afterwards.
  answers['/deleted'] = { status: 500 };
  await sleep(tooOld);
  expect((await get('/deleted')).status).toBe(404);
});

test('what is for one reader is kept nowhere', async () => {
  const before = kept('pages');
  answers['/private'] = { headers: { 'Cache-Control': 'private, no-store' } };
  for (const address of ['/private', '/search?q=a', '/preview/2020/05/04/a', '/api/x']) {
    await get(address);
    asked = [];
    await get(address);
    expect(asked, address).toHaveLength(1);
  }
  expect(kept('pages')).toBe(before);
});

test('what a reader has already, and what nobody wants to see, is not sent', async () => {
  for (const path of ['/same', '/head']) answers[path] = { headers: { ETag: '"2"' } };
  await get('/same');
  const again = await get('/same', { headers: { 'If-None-Match': '"2"' } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await get('/head', { method: 'HEAD' });
  expect([head.status, head.headers.etag, head.body.length]).toEqual([200, '"2"', 0]);
  expect(String((await get('/head')).body)).toBe('the page of /head');
  expect(asked.every(({ method }) => method === 'GET')).toBe(true);
});

/** Headers by which a client could try to have another answer made, or say that it is somebody else. */
const poison = {
  Host: 'evil.example',
  Authorization: 'Basic eDp5',
  Cookie: '__prerender_bypass=1; __next_preview_data=1',
  Forwarded: 'for=192.0.2.1;host=evil.example',
  'If-None-Match': '"x"',
  'Next-Action': 'x',
  'Next-Router-Prefetch': '1',
  'Next-Router-Segment-Prefetch': '/_tree',
  'Next-Router-State-Tree': '%5B%22%22%5D',
  'Next-Url': '/evil',
  Range: 'bytes=0-0',
  RSC: '1',
  'User-Agent': 'Googlebot',
  'X-Forwarded-For': '192.0.2.1',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'https',
  'X-Invoke-Path': '/evil',
  'X-Matched-Path': '/evil',
  'X-Middleware-Prefetch': '1',
  'X-Middleware-Subrequest': 'src/middleware:src/middleware',
  'X-Nextjs-Data': '1',
  'X-Now-Route-Matches': '1=evil',
  'X-Original-URL': '/evil',
  'X-Prerender-Revalidate': 'x',
  'X-Rewrite-URL': '/evil',
};

function get(address: string, question?: RawQuestion) {
  return rawAnswer(front.address + address, question);
}

/** How many answers are kept. */
function kept(place: 'pages' | 'files'): number {
  const found = readdirSync(path.join(front.folder, place), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).length;
}
