import { expect, test } from '@playwright/test';
import { sign } from '../lib/signature';
import { signedText } from '../lib/signed-request';
import { fetchPage } from './fetched-page';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { startServer, type Server } from './server';

const secret = 'what the newsroom and its site both know';
const edited: Story = { slug: 'edited', publishedAt: new Date('2020-05-04T08:00:00Z'), title: 'Ferry timetable' };
const added: Story = { slug: 'added', publishedAt: new Date('2020-05-05T08:00:00Z'), title: 'Lamp lit' };
const withdrawn: Story = { slug: 'withdrawn', publishedAt: new Date('2020-05-06T08:00:00Z'), title: 'Kites banned' };

let newsroom: Newsroom;
let server: Server;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  newsroom = openNewsroom();
  for (const story of [edited, withdrawn]) newsroom.write(story);
  await newsroom.publish();
  server = await startServer({ ...newsroom.env, PUBLISH_SECRET: secret });
});

test.afterAll(async () => {
  await server?.stop();
  newsroom?.destroy();
});

test('what the newsroom names is new for its very next reader', async () => {
  test.setTimeout(60_000);
  const pages = ['/', '/2020/05', '/category/harbour', pathOf(edited), pathOf(added), pathOf(withdrawn)];
  const signed = () => ask(JSON.stringify({ paths: pages }));
  // Rendered by the build for another paper, so made anew first.
  expect((await signed()).status).toBe(200);
  for (const path of pages) await get(path);
  expect((await get(pathOf(added))).status).toBe(404);
  expect((await get(pathOf(withdrawn))).status).toBe(200);

  newsroom.write({ ...edited, title: 'Ferry timetable, mended' });
  newsroom.write(added);
  newsroom.write({ ...withdrawn, more: ['status: withdrawn', 'withdrawnReason: Kites are welcome.'] });
  await newsroom.publish();
  const answer = await signed();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ revalidated: pages.length, edition: expect.stringMatching(/^[0-9a-f]{12}$/) });

  for (const path of ['/', '/2020/05', '/category/harbour']) {
    const { html } = await get(path);
    expect(html, path).toContain('Ferry timetable, mended');
    expect(html, path).toContain('Lamp lit');
    expect(html, path).not.toContain('Kites banned');
  }
  expect((await get(pathOf(edited))).html).toContain('Ferry timetable, mended');
  expect((await get(pathOf(added))).status).toBe(200);
  expect((await get(pathOf(withdrawn))).status).toBe(410);
});

test('who is not the newsroom is refused with a sentence', async () => {
  const body = '{"paths":["/"]}';
  const old = String(Math.floor(Date.now() / 1000) - 3600);
  const again = headersFor(body);
  expect((await ask(body, again)).status).toBe(200);
  const refused = {
    'a wrong signature': await ask(body, { ...again, 'slugline-signature': 'f'.repeat(64) }),
    'no signature': await ask(body, {}),
    'an old timestamp': await ask(body, headersFor(body, old)),
    'the same request again': await ask(body, again),
    'another body': await ask('{"paths":["/about"]}', again),
  };
  for (const [name, answer] of Object.entries(refused)) {
    expect(answer.status, name).toBe(401);
    expect(await answer.json(), name).toEqual({ error: expect.stringMatching(/\.$/) });
  }
});

test('what is signed and still wrong is refused with a sentence', async () => {
  for (const [body, status] of [
    ['paths', 400],
    ['{"paths":["about"]}', 400],
    [`{"paths":["/${'a'.repeat(300_000)}"]}`, 413],
  ] as const) {
    const answer = await ask(body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/\.$/) });
  }
  expect((await fetch(`${server.address}/api/revalidate`)).status).toBe(405);
});

test('without a secret there is no such address', async ({ baseURL }) => {
  const body = '{"paths":["/"]}';
  const answer = await fetch(`${baseURL}/api/revalidate`, { method: 'POST', body, headers: headersFor(body) });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ error: expect.stringContaining('PUBLISH_SECRET') });
});

function ask(body: string, headers: Record<string, string> = headersFor(body)): Promise<Response> {
  return fetch(`${server.address}/api/revalidate`, { method: 'POST', body, headers });
}

/** @param timestamp in seconds since 1970 */
function headersFor(body: string, timestamp = String(Math.floor(Date.now() / 1000))): Record<string, string> {
  const signature = sign(secret, signedText({ purpose: 'revalidate', timestamp, body }));
  return { 'slugline-timestamp': timestamp, 'slugline-signature': signature };
}

function get(path: string) {
  return fetchPage(server.address + path);
}
