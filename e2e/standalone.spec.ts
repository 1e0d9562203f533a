import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { attributeOf, fetchPage, tagsOf } from './fetched-page';
import { rawAnswer } from './raw-answer';
import { moveReadOnly, removeReadOnly, standaloneBuild, startStandalone, type StandaloneSite } from './standalone-site';

/*
 * The folder that `npm run standalone` makes, moved elsewhere, where nobody may write, by a user who may do nothing: its
 * pages, its log, its traces and its end.
 */
test.skip(!standaloneBuild, 'There is no folder that runs by itself: “npm run standalone” makes it.');
test.describe.configure({ mode: 'serial' });

const searched = 'unspeakable';

type Span = { traceId: string; name: string; attributes: { key: string; value: { stringValue?: string } }[] };
type Traces = {
  resourceSpans: { resource: Pick<Span, 'attributes'>; scopeSpans: { spans: Span[] }[] }[];
};

let folder: string;
let collector: Server;
/** What the collector was sent. */
let sent: { url?: string; body: string }[];
let site: StandaloneSite;

test.beforeAll(async () => {
  test.setTimeout(60_000);
  folder = moveReadOnly(standaloneBuild ?? '');
  sent = [];
  collector = createServer((asking, answer) => {
    let body = '';
    asking.on('data', (piece) => (body += String(piece)));
    asking.on('end', () => {
      sent.push({ url: asking.url, body });
      answer.setHeader('Content-Type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port }: Pick<AddressInfo, 'port'> = Object(collector.address());
  site = await startStandalone(folder, {
    LOG_FORMAT: 'json',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_SERVICE_NAME: 'the-paper',
    PUBLISH_SECRET: 'what the newsroom and its site both know',
  });
});

test.afterAll(async () => {
  site?.signal('SIGKILL');
  await site?.ended;
  collector?.closeAllConnections();
  collector?.close();
  if (folder) removeReadOnly(folder);
});

test('it serves pages, their styles, pictures and fonts, and searches', async () => {
  const front = await fetchPage(`${site.address}/`);
  expect(front.status, site.said()).toBe(200);
  expect(front.html).not.toContain('/_next/static/chunks/app');
  const linked = [
    ...tagsOf(front.html, 'link').map((tag) => attributeOf(tag, 'href') ?? ''),
    ...tagsOf(front.html, 'img').map((tag) => attributeOf(tag, 'src') ?? ''),
  ];
  const kinds = [/\.css$/, /\.woff2$/, /^\/_next\/image/].map((kind) => linked.find((address) => kind.test(address)));
  const story = /href="(\/\d{4}\/\d\d\/\d\d\/[a-z0-9-]+)"/.exec(front.html)?.[1];
  for (const path of [...kinds, story, `/search?q=${searched}`, '/feed.xml', '/sw.js', '/api/ready']) {
    expect((await rawAnswer(`${site.address}${path}`)).status, path).toBe(200);
  }
  expect((await rawAnswer(`${site.address}/nothing-here`)).status).toBe(404);
});

test('its log is JSON lines: each answer has one, without what was searched for', () => {
  const lines = linesOf(site);
  for (const line of lines) {
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(line).toMatchObject({ level: expect.any(String), message: expect.any(String) });
  }
  expect(lines.find(({ path }) => path === '/search')).toMatchObject({
    level: 'info',
    method: 'GET',
    status: 200,
    ms: expect.any(Number),
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(lines.find(({ path }) => path === '/nothing-here')).toMatchObject({ status: 404 });
  expect(site.said()).not.toContain(searched);
});

test('asked to end, it gives the answers that it has begun, takes no more, and ends at once after them', async () => {
  const { hostname, port } = new URL(site.address);
  // A browser connects ahead, and may ask nothing.
  const silent = connect(Number(port), hostname).on('error', () => {});
  await new Promise((resolve) => silent.once('connect', resolve));
  const asking = request(`${site.address}/api/revalidate`, { method: 'POST', headers: { Connection: 'keep-alive' } });
  const answer = new Promise<{ status?: number; connection?: string; text: string }>((resolve, reject) => {
    asking.once('error', reject).once('response', (response) => {
      let text = '';
      response.on('data', (piece) => (text += String(piece)));
      response.on('end', () => resolve({ status: response.statusCode, connection: response.headers.connection, text }));
    });
  });
  asking.write('{"paths":');
  await sleep(300);
  site.signal('SIGTERM');
  await sleep(300);
  await expect(rawAnswer(`${site.address}/api/health`)).rejects.toThrow('ECONNREFUSED');
  asking.end('[]}');
  const { status, connection, text } = await answer;
  expect([status, connection]).toEqual([401, 'close']);
  expect(JSON.parse(text)).toHaveProperty('error');
  const answered = performance.now();
  expect(await site.ended, site.said()).toBe(0);
  expect(performance.now() - answered).toBeLessThan(2000);
  silent.destroy();
});

test('the collector got the trace of each page, with its route and the name of the service, also of the last', () => {
  expect(sent.every(({ url }) => url === '/v1/traces')).toBe(true);
  const traces = sent.flatMap(({ body }) => {
    const { resourceSpans }: Traces = JSON.parse(body);
    return resourceSpans;
  });
  const services = traces.map(({ resource }) => attribute(resource, 'service.name'));
  expect(new Set(services)).toEqual(new Set(['the-paper']));
  const spans = traces.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans: own }) => own));
  const search = spans.find(({ name }) => name === 'GET /search');
  expect(search && attribute(search, 'http.route')).toBe('/search');
  expect(search?.traceId).toBe(linesOf(site).find(({ path }) => path === '/search')?.traceId);
  const routes = spans.map((span) => attribute(span, 'http.route'));
  expect(routes).toContain('/[year]/[month]/[day]/[slug]');
  expect(routes).toContain('/api/revalidate');
  expect(JSON.stringify(sent)).not.toContain(searched);
});

test('what goes wrong is a line with its route, and its whole stack in it', async () => {
  const broken = await startStandalone(folder, { LOG_FORMAT: 'json', EDITION_URL: 'file:/nowhere/edition.db' });
  try {
    expect((await rawAnswer(`${broken.address}/feed.xml?q=${searched}`)).status).toBe(500);
    const line = linesOf(broken).find(({ route }) => route === '/feed.xml');
    expect(line).toMatchObject({ level: 'error', method: 'GET', path: '/feed.xml' });
    expect(line?.error).toMatchObject({ stack: expect.stringMatching(/^Error: .*\n +at /) });
    expect(broken.said()).not.toContain(searched);
  } finally {
    broken.signal('SIGTERM');
    await broken.ended;
  }
});

test('a setting that is wrong is refused at the start, with a sentence', async () => {
  const refused = await startStandalone(folder, { LOG_FORMAT: 'xml' });
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toContain('LOG_FORMAT is “xml”. Set it to “text” or to “json”.');
});

/** Every line that it wrote, which all have to be JSON. */
function linesOf({ said }: StandaloneSite): Record<string, unknown>[] {
  const lines = said().split('\n').filter(Boolean);
  return lines.map((line) => {
    const fields: Record<string, unknown> = JSON.parse(line);
    return fields;
  });
}

function attribute({ attributes }: Pick<Span, 'attributes'>, name: string): string | undefined {
  return attributes.find(({ key }) => key === name)?.value.stringValue;
}
