import { createServer, request, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tellFront, wordToFront } from './tell-front';

const asked = new Date('2026-11-24T09:00:00.900Z');
const forPages = 's-maxage=15, stale-while-revalidate=10';

it('has a front keep what is there until the end of the second in which it asked, and a second more meanwhile', () => {
  expect(wordToFront(200, forPages, asked)).toEqual({
    'Slugline-Cache-Control': forPages,
    'Cache-Control': 'max-age=1, stale-while-revalidate=1',
    'X-Accel-Expires': `@${Date.parse('2026-11-24T09:00:00Z') / 1000}`,
  });
});

it.each([304, 308, 404, 410])('tells it the same of an answer with status %i', (status) => {
  expect(wordToFront(status, forPages, asked)).toEqual(wordToFront(200, forPages, asked));
});

it.each([
  [200, 'private, no-cache, no-store, max-age=0, must-revalidate'],
  [200, 'no-store'],
  [307, 'public, max-age=25'],
  [500, forPages],
])('has it keep nothing of an answer with status %i and “%s”', (status, cacheControl) => {
  expect(wordToFront(status, cacheControl, asked)).toEqual({
    'Slugline-Cache-Control': cacheControl,
    'Cache-Control': 'no-store',
  });
});

it('says nothing where readers are told nothing', () => {
  expect(wordToFront(200, undefined, asked)).toEqual({});
});

let server: Server;
let port: number;

beforeEach(async () => {
  server = createServer((request, response) => {
    tellFront(request, response, asked);
    response.setHeader('Cache-Control', 'public, max-age=25');
    response.setHeader('x-nextjs-cache', 'HIT');
    response.end('a feed');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const bound = server.address();
  port = typeof bound === 'object' && bound ? bound.port : 0;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

it('tells whoever asks as a front, and nothing of Next’s cache; when it ends comes last, as nginx 1.22 needs it', async () => {
  expect(await cachingHeaders({ 'Slugline-Front': 'nginx' })).toEqual([
    'Cache-Control: max-age=1, stale-while-revalidate=1',
    'Slugline-Cache-Control: public, max-age=25',
    `X-Accel-Expires: @${Math.floor(asked.getTime() / 1000)}`,
  ]);
});

it('tells nobody else', async () => {
  expect(await cachingHeaders({})).toEqual(['Cache-Control: public, max-age=25', 'x-nextjs-cache: HIT']);
});

/** The headers of the answer that caches read, in their order. */
function cachingHeaders(headers: Record<string, string>): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, headers, agent: false }, (response) => {
      response.resume();
      const { rawHeaders } = response;
      const lines = rawHeaders.flatMap((name, index) => (index % 2 ? [] : [`${name}: ${rawHeaders[index + 1]}`]));
      resolve(lines.filter((line) => /cache|accel/i.test(line)));
    });
    asking.once('error', reject);
    asking.end();
  });
}
