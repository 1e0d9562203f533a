import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { seeLive } from './see-live';

const edition = '0123456789ab';
const page = (name: string) => `<html><head><meta name="edition" content="${name}"/></head></html>`;

/** What the site answers each time it is asked for a path; the last answer stays. */
let answers: Record<string, { status: number; html?: string; location?: string }[]>;
let server: Server;
let site: string;

beforeEach(async () => {
  answers = {};
  server = createServer(({ url = '' }, response) => {
    const [answer = { status: 404, html: page(edition) }, ...others] = answers[url] ?? [];
    if (others.length > 0) answers[url] = others;
    response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.html);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const bound = server.address();
  site = `http://localhost:${typeof bound === 'object' ? bound?.port : ''}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

function look(expected: { paths: string[]; answers?: Record<string, number> }, patience = 3000) {
  const asked: string[][] = [];
  const deadline = performance.now() + patience;
  const onMissing = (missing: string[]) => {
    asked.push(missing);
    return Promise.resolve();
  };
  return seeLive(site, { answers: {}, edition, ...expected }, deadline, onMissing).then((sighting) => ({
    ...sighting,
    asked,
  }));
}

it('sees pages of the edition, stories with their status, and moved ones lead on', async () => {
  answers['/'] = [{ status: 200, html: page(edition) }];
  answers['/withdrawn'] = [{ status: 410, html: page(edition) }];
  answers['/old'] = [{ status: 308, location: '/new' }];
  const expected = { '/withdrawn': 410, '/old': 308, '/deleted': 404 };
  const { seen, missing } = await look({ paths: ['/', '/withdrawn', '/old', '/deleted'], answers: expected });
  expect(seen).toEqual(['/', '/withdrawn', '/old', '/deleted']);
  expect(missing).toEqual([]);
});

it('asks again for what shows the edition before, until it shows the new one', async () => {
  answers['/'] = [
    { status: 200, html: page('before') },
    { status: 200, html: page('before') },
    { status: 200, html: page(edition) },
  ];
  const { seen, asked } = await look({ paths: ['/', '/gone'] });
  expect(seen).toEqual(['/', '/gone']);
  expect(asked).toEqual([['/'], ['/']]);
});

it('says what an address shows that never does', async () => {
  answers['/'] = [{ status: 200, html: page('before') }];
  answers['/plain'] = [{ status: 200, html: '<html></html>' }];
  answers['/broken'] = [{ status: 500 }];
  answers['/story'] = [{ status: 200, html: page(edition) }];
  const paths = ['/', '/plain', '/broken', '/story'];
  const { seen, missing } = await look({ paths, answers: { '/story': 410 } }, 0);
  expect(seen).toEqual([]);
  expect(missing).toEqual([
    { path: '/', reason: 'shows edition before' },
    { path: '/plain', reason: 'shows edition of no name' },
    { path: '/broken', reason: 'answers 500' },
    { path: '/story', reason: 'answers 200, not 410' },
  ]);
});
