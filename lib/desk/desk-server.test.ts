import { once } from 'node:events';
import { request, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeStory } from '../edition/newsroom.fixture';
import { openDesk, storyFile, type SmallDesk } from './desk.fixture';
import { deskServer } from './desk-server';

let small: SmallDesk;
let server: Server;
let port: number;

beforeEach(async () => {
  small = openDesk();
  server = deskServer(small.desk, { html: '<!doctype html><title>Desk</title>', script: 'export {};' }).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const bound = server.address();
  port = bound && typeof bound === 'object' ? bound.port : 0;
});

afterEach(() => {
  server.close();
  small.destroy();
});

type Answer = { status: number | undefined; headers: IncomingMessage['headers']; text: string };

/** `fetch` would not let a test say which host it asks. */
async function ask(path: string, headers: OutgoingHttpHeaders = {}, body?: string | Buffer): Promise<Answer> {
  const asked = request({ host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers });
  asked.end(body);
  const response: IncomingMessage = (await once(asked, 'response'))[0];
  let text = '';
  for await (const piece of response) text += String(piece);
  return { status: response.statusCode, headers: response.headers, text };
}

async function update(headers: OutgoingHttpHeaders): Promise<Answer> {
  const opened = encodeURIComponent(JSON.stringify({ [storyFile]: await small.versionOf(storyFile) }));
  const contents = Buffer.from(makeStory({ title: 'Saved' })).toString('base64url');
  const body = JSON.stringify({ additions: [{ path: storyFile, contents }], deletions: [] });
  return ask('/api/keystatic/update', { 'content-type': 'application/json', 'desk-opened': opened, ...headers }, body);
}

it('answers with the pages of the desk, which load nothing from elsewhere', async () => {
  expect((await ask('/')).headers.location).toBe('/keystatic');
  const page = await ask('/keystatic/collection/articles');
  expect(page.text).toContain('<title>Desk</title>');
  expect(page.headers['content-security-policy']).toContain("connect-src 'self'");
  expect((await ask('/elsewhere')).status).toBe(404);
});

it('answers with files', async () => {
  const version = await small.versionOf(storyFile);
  expect((await ask('/api/keystatic/tree')).text).toContain(version);
  expect((await ask(`/api/keystatic/blob/${version}/${storyFile}`)).text).toContain('The sea is calm today.');
  expect((await ask(`/api/keystatic/blob/old/${storyFile}`)).status).toBe(404);
  expect((await ask(`/api/keystatic/blob/${version}/..%2Foutside.mdx`)).status).toBe(422);
});

it('takes changes from its own pages', async () => {
  expect((await update({ origin: `http://127.0.0.1:${port}` })).status).toBe(200);
  expect(small.read(storyFile)).toContain('title: Saved');
});

it('takes no changes from pages of other sites', async () => {
  for (const headers of [{}, { origin: 'https://example.org' }, { origin: 'null' }]) {
    expect((await update(headers)).status).toBe(403);
  }
  expect(small.read(storyFile)).not.toContain('title: Saved');
});

it('answers to no other name, which a site could have lead to this machine', async () => {
  const headers = { host: `example.org:${port}`, origin: `http://example.org:${port}` };
  expect((await ask('/api/keystatic/tree', headers)).status).toBe(403);
  expect((await update(headers)).status).toBe(403);
  expect((await ask('/keystatic', { host: `localhost:${port}` })).status).toBe(200);
});

it('says why it could not save', async () => {
  small.write(storyFile, '---\ntitle: a: b\n---\n');
  const answer = await update({ origin: `http://127.0.0.1:${port}` });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('not valid YAML');
});

it('puts pictures beside the others, and takes nothing else for one', async () => {
  const origin = `http://127.0.0.1:${port}`;
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const add = (name: string, bytes: Buffer) => ask(`/api/pictures/${encodeURIComponent(name)}`, { origin }, bytes);
  expect((await add('A Boat.PNG', picture)).text).toBe('/images/a-boat.png');
  expect((await add('A Boat.PNG', picture)).text).toBe('/images/a-boat.png');
  const other = await sharp(picture).negate().png().toBuffer();
  expect((await add('a-boat.png', other)).text).toBe('/images/a-boat-2.png');
  expect((await add('../../../船.png', other)).text).toMatch(/^\/images\/picture-[0-9a-f]{8}\.png$/);
  expect((await add('boat.svg', Buffer.from('<svg/>'))).text).toContain('Choose a .webp');
  expect((await add('boat.png', Buffer.from('no picture'))).text).toContain('is not what it is called');
  expect((await add('boat.jpg', picture)).status).toBe(422);
  expect(small.read('images/a-boat.png')).not.toBe('');
});
