import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outsideWarnings } from './outside-warnings';

const copied = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
const asked: string[] = [];
let server: Server;
let site: string;
let contentDir: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const status = Number(request.url?.slice(1)) || 200;
    response.writeHead(status, { 'Content-Type': 'text/html', ...(status === 301 ? { Location: '/404' } : {}) });
    response.end(`<p>${copied}</p>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  if (typeof listening !== 'object' || !listening) throw new Error('The server does not listen.');
  site = `http://127.0.0.1:${listening.port}`;
  contentDir = mkdtempSync(path.join(tmpdir(), 'slugline-'));
  mkdirSync(path.join(contentDir, 'articles'));
  writeFileSync(path.join(contentDir, 'articles/a.mdx'), `---\ntitle: A\n---\n\nIt says ${copied}.\n`);
});

afterAll(() => {
  server.close();
  rmSync(contentDir, { recursive: true });
});

function warn(targets: string[], isSource = false) {
  const refs = targets.map((target, index) => ({
    file: 'articles/a.mdx',
    target,
    line: index + 1,
    column: 3,
    isSource,
  }));
  return outsideWarnings(refs, contentDir, (file) => file);
}

it.each([404, 410, 500, 503, 301])('names an address that answers with %i, at its place', async (status) => {
  const outcome = status === 301 ? 404 : status;
  expect(await warn([`${site}/200`, `${site}/${status}`])).toEqual([
    {
      file: 'articles/a.mdx',
      line: 2,
      column: 3,
      message: `${site}/${status} answers with status ${outcome}. Correct the address, or lead elsewhere.`,
    },
  ]);
});

it.each([200, 401, 403, 429])('takes an answer of %i for one', async (status) => {
  expect(await warn([`${site}/${status}`])).toEqual([]);
});

it('names an address where nobody listens, and one that is none', async () => {
  const [refused, none] = await warn(['http://127.0.0.1:9/', 'https://[nowhere/']);
  const messages = [refused?.message, none?.message].sort();
  expect(messages[0]).toBe('http://127.0.0.1:9/ cannot be reached (bad port). Correct the address, or lead elsewhere.');
  expect(messages[1]).toBe('https://[nowhere/ is not an address. Correct the address, or lead elsewhere.');
});

it('asks once for what is named in several places, and tells of each', async () => {
  asked.length = 0;
  expect(await warn([`${site}/404`, `${site}/404`])).toHaveLength(2);
  expect(asked).toEqual(['/404']);
});

it('names what a story has word for word from its primary source, and from that alone', async () => {
  expect(await warn([`${site}/page`])).toEqual([]);
  const [warning] = await warn([`${site}/page`], true);
  expect(warning?.message).toMatch(
    /^30 words in a row are those of the primary source, from “word0 word1 .* word9 …” on\./,
  );
});

it('blames nobody when no host is known at all', async () => {
  await expect(warn(['https://one.invalid/', 'https://two.invalid/'])).rejects.toThrow('Is this machine online?');
});
