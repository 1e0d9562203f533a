import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRevalidation } from '../revalidation';
import { refuseRequest } from '../signed-request';
import { announce } from './announce';

const secret = 'what the newsroom and its site both know';
const used = new Map<string, number>();

type Asked = { body: string; refusal: string | undefined };
let asked: Asked[];
let answer: { status: number; text: string };
/** Given before it, once each. */
let firstAnswers: { status: number; text: string }[];
let server: Server;
let site: string;

beforeEach(async () => {
  asked = [];
  firstAnswers = [];
  answer = { status: 200, text: '{"revalidated":1,"edition":"0123456789ab"}' };
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      const header = (name: string) => String(request.headers[name] ?? '');
      const signed = { timestamp: header('slugline-timestamp'), signature: header('slugline-signature') };
      const refusal = refuseRequest({ purpose: 'revalidate', body, ...signed }, secret, used, new Date());
      asked.push({ body, refusal });
      const { status, text } = firstAnswers.shift() ?? answer;
      response.writeHead(status).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const bound = server.address();
  site = `http://localhost:${typeof bound === 'object' ? bound?.port : ''}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

it('signs what it asks for as the site expects it, and says which edition the site reads', async () => {
  expect(await announce(site, { paths: ['/', '/2025'], isEverywhere: true }, secret)).toBe('0123456789ab');
  expect(asked).toHaveLength(1);
  const [{ body, refusal } = { body: '', refusal: '' }] = asked;
  expect(refusal).toBeUndefined();
  expect(readRevalidation(body).revalidation).toEqual({ paths: ['/', '/2025'], isEverywhere: true });
});

it('asks for the same again within a second, and no site takes that for a request that was caught', async () => {
  for (let round = 0; round < 3; round += 1) await announce(site, { paths: ['/'], isEverywhere: false }, secret);
  expect(asked.map(({ refusal }) => refusal)).toEqual([undefined, undefined, undefined]);
});

it('asks once also when there is no address, to learn the edition', async () => {
  await announce(site, { paths: [], isEverywhere: false }, secret);
  expect(asked).toHaveLength(1);
});

it('asks for very many addresses in several requests, each of which a site takes', async () => {
  const paths = Array.from({ length: 1000 }, (_, index) => `/${'é'.repeat(490)}${index}`);
  await announce(site, { paths, isEverywhere: false }, secret);
  const sent = asked.flatMap(({ body }) => readRevalidation(body).revalidation?.paths ?? []);
  expect(sent).toEqual(paths);
  for (const { body, refusal } of asked) {
    expect(refusal).toBeUndefined();
    expect(Buffer.byteLength(body)).toBeLessThan(200_000);
  }
});

it('leaves out what no page can have', async () => {
  await announce(site, { paths: ['/old/[slug]', '/'], isEverywhere: false }, secret);
  expect(readRevalidation(asked[0]?.body ?? '').revalidation?.paths).toEqual(['/']);
});

it.each([
  [404, '{"error":"There is nothing here."}', /takes no publications: set PUBLISH_SECRET for it/],
  [401, '{"error":"Set the clocks."}', /refused, with status 401: Set the clocks\./],
  [500, '<h1>Error</h1>', /refused, with status 500: <h1>Error/],
  [200, 'ok', /refused, with status 200: ok/],
])('says what a site that answers %i refused', async (status, text, sentence) => {
  answer = { status, text };
  await expect(announce(site, { paths: ['/'], isEverywhere: false }, secret)).rejects.toThrow(sentence);
});

it('asks again where the server in front says that the site does not answer', async () => {
  firstAnswers = [{ status: 503, text: '<h1>Back in a moment</h1>' }];
  expect(await announce(site, { paths: ['/'], isEverywhere: false }, secret)).toBe('0123456789ab');
  expect(asked).toHaveLength(2);
});
