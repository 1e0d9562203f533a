import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { createClient } from '@redis/client';
import { findPostgres } from '../lib/edition/find-postgres.mjs';
import { startPostgres, type PostgresServer } from '../lib/edition/postgres-server.fixture';
import { findNginx } from '../lib/front/find-nginx.mjs';
import { startFront } from '../lib/front/start-front';
import type { Nginx } from '../lib/front/start-nginx';
import { findRedis } from '../lib/page-cache/find-redis.mjs';
import { startRedis, type RedisServer } from '../lib/page-cache/redis-server.fixture';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { rawAnswer } from './raw-answer';
import { startServer, type Server } from './server';

/*
 * A paper on several machines: two instances behind nginx, their edition in Postgres and their pages in Redis. Each of them
 * is killed in turn while readers read.
 */
const nginx = findNginx();
const postgresFolder = findPostgres();
const redisProgram = findRedis();
test.skip(
  !nginx || !postgresFolder || !redisProgram,
  'It takes nginx, Postgres 15 and Redis, and this machine does not have all of them.',
);
test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** How soon after its publication every instance shows a change, in milliseconds. */
const promised = 5000;

/** How old a page may get before it is made anew whatever it takes (expireTime in next.config.js), in milliseconds. */
const expireTime = 25_000;

const secret = 'what the newsroom and its sites both know';

const stories = ['ferry', 'kites', 'tides', 'nets'].map((slug, index): Story => ({
  slug,
  publishedAt: new Date(`2020-05-0${index + 1}T08:00:00Z`),
}));
const pages = ['/', '/category/harbour', ...stories.map(pathOf)];

let postgres: PostgresServer;
let redis: RedisServer;
let newsroom: Newsroom;
let instances: Server[];
let front: Nginx;
let env: Record<string, string>;
let round = 0;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  postgres = await startPostgres(postgresFolder ?? '');
  redis = await startRedis(redisProgram ?? '');
  newsroom = openNewsroom({ editionUrl: postgres.address });
  writeRound();
  await newsroom.commit('Round 0');
  await newsroom.publish();
  env = { ...newsroom.env, PUBLISH_SECRET: secret, REDIS_URL: redis.address, LOG_FORMAT: '' };
  instances = [await startServer(env), await startServer(env)];
  front = await startFront(nginx ?? '', ...instances.map(({ address }) => address));
  // What the build rendered is of another paper, until it is made anew.
  await untilLive(expireTime * 2);
});

test.afterAll(async () => {
  await front?.stop();
  for (const instance of instances ?? []) await instance.stop();
  await redis?.stop();
  await postgres?.stop();
  newsroom?.destroy();
});

test('what one instance is told, both show', async () => {
  await publishRound([front.address]);
  await untilLive(promised);
});

test('a page that one instance made, the other serves', async () => {
  const [one, other] = addresses();
  const made = await rawAnswer(`${one}/2020`);
  await rawAnswer(`${one}/2020`);
  const taken = await rawAnswer(`${other}/2020`);
  expect(made.headers['x-nextjs-cache']).not.toBe('HIT');
  expect(taken.headers['x-nextjs-cache']).toBe('HIT');
  expect(taken.body.equals(made.body)).toBe(true);
});

test('Redis keeps no page for ever, and none for addresses that somebody made up', async () => {
  const client = createClient({ url: redis.address });
  await client.connect();
  try {
    const before = await client.keys('*');
    const madeUp = ['/2020/05/01/no', '/tag/no', '/author/no', '/page/', '/no', '/2020/05/04/nets?no='];
    for (let index = 0; index < 60; index += 1) await rawAnswer(`${front.address}${madeUp[index % 6]}${index}`);
    for (let index = 0; index < 60; index += 1) await rawAnswer(`${addresses()[0]}${madeUp[index % 6]}${index}`);
    expect(before.length).toBeGreaterThan(pages.length);
    expect((await client.keys('*')).toSorted()).toEqual(before.toSorted());
    for (const key of before) {
      const seconds = await client.ttl(key);
      expect(seconds, key).toBeGreaterThan(0);
      expect(seconds, key).toBeLessThanOrEqual(86_400);
    }
  } finally {
    client.destroy();
  }
});

test('an instance is killed', async () => {
  const readers = startReaders([front.address]);
  const [one] = instances;
  if (!one) throw new Error('There is no instance.');
  process.kill(one.pid, 'SIGKILL');
  await publishRound([front.address]);
  await untilRound(front.address, promised);
  await sleep(2000);
  instances[0] = await startServer(env, Number(new URL(one.address).port));
  await untilLive(promised);
  expectNoneWrong(await readers.stop());
});

test('Redis is killed', async () => {
  const readers = startReaders(everywhere());
  await redis.kill();
  await publishRound(addresses());
  await untilLive(promised);
  await sleep(2000);
  for (const { complaints } of instances) expect(complaints()).toMatch(/Redis does not answer.* serves what it keeps/);
  for (const address of addresses()) expect(await cacheAt(address)).toBe('unreachable');
  await redis.restart();
  // Instances look for it again within the second.
  await sleep(3000);
  for (const address of addresses()) expect(await cacheAt(address)).toBe('shared');
  await publishRound([front.address]);
  await untilLive(promised);
  expectNoneWrong(await readers.stop());
});

test('Redis hangs', async () => {
  const readers = startReaders(everywhere());
  redis.freeze();
  await sleep(4000);
  redis.thaw();
  await sleep(3000);
  await publishRound([front.address]);
  await untilLive(promised);
  expectNoneWrong(await readers.stop());
});

test('Postgres is killed', async () => {
  const readers = startReaders(everywhere());
  await postgres.kill();
  writeRound(round + 1);
  await newsroom.commit(`Round ${round + 1}`);
  const refused = await newsroom.goLive({ PUBLISH_SECRET: secret, PUBLISH_TO: front.address });
  expect(refused.status, refused.text).not.toBe(0);
  expect(refused.text).toContain('Postgres');
  expect(refused.text).not.toMatch(/^\s+at /m);

  await sleep(expireTime + 5000);
  for (const address of addresses()) expect((await rawAnswer(`${address}/api/ready`)).status).toBe(200);
  const neverRead = addresses().flatMap((address) => [`${address}/2020/05/09`, `${address}/search?q=ferry`]);
  for (const address of neverRead) {
    const uncached = await rawAnswer(address);
    expect(uncached.status).toBe(503);
    expect(Number(uncached.headers['retry-after'])).toBeGreaterThan(0);
    expect(uncached.body.toString()).toContain('Back in a moment');
    expect(uncached.body.toString()).not.toMatch(/ECONNREFUSED|\bat .*\.js/);
  }

  await postgres.restart();
  await publishRound([front.address]);
  await untilLive(promised);
  expectNoneWrong(await readers.stop());
});

function addresses(): string[] {
  return instances.map(({ address }) => address);
}

/** What an instance says of its cache to whoever sends readers to it. */
async function cacheAt(address: string): Promise<unknown> {
  const { status, body } = await rawAnswer(`${address}/api/ready`);
  expect(status).toBe(200);
  const { cache }: { cache: unknown } = JSON.parse(body.toString());
  return cache;
}

function everywhere(): string[] {
  return [...addresses(), front.address];
}

/** Every story says in which round it was written. */
function writeRound(next = round): void {
  for (const story of stories) newsroom.write({ ...story, title: `Round ${next} of ${story.slug}` });
}

async function publishRound(sites: string[]): Promise<void> {
  const next = round + 1;
  writeRound(next);
  await newsroom.commit(`Round ${next}`);
  const receipt = await newsroom.goLive({ PUBLISH_SECRET: secret, PUBLISH_TO: sites.join(',') });
  expect(receipt.status, receipt.text).toBe(0);
  round = next;
}

/** Waits until every page says what was published last, at each instance and before them; in milliseconds. */
async function untilLive(limit: number): Promise<void> {
  const started = performance.now();
  await Promise.all(everywhere().map((address) => untilRound(address, limit)));
  const description = `${Math.round(performance.now() - started)} ms`;
  test.info().annotations.push({ type: 'live at all', description });
}

async function untilRound(address: string, limit: number): Promise<void> {
  const deadline = Date.now() + limit;
  for (const path of pages) {
    for (;;) {
      const { status, body } = await rawAnswer(address + path);
      if (status === 200 && roundsIn(body).every((found) => found === round)) break;
      if (Date.now() > deadline)
        throw new Error(`${address}${path} answers ${status} with rounds ${roundsIn(body).join()}, not ${round}.`);
      await sleep(100);
    }
  }
}

function roundsIn(body: Buffer): number[] {
  return [...body.toString().matchAll(/Round (\d+) of /g)].map(([, number]) => Number(number));
}

/** Readers of every page at each address, and what was wrong with what they got. */
function startReaders(sites: string[]) {
  const wrong: string[] = [];
  let answers = 0;
  let isOver = false;
  const read = async (site: string) => {
    /** Nothing goes back to what was before, of no page. */
    const newest = new Map<string, number>();
    while (!isOver) {
      for (const path of pages) {
        const { status, body } = await rawAnswer(site + path);
        answers += 1;
        const rounds = roundsIn(body);
        const oldest = Math.min(...rounds);
        const before = newest.get(path) ?? 0;
        if (status !== 200 || rounds.length === 0) wrong.push(`${site}${path} answers ${status}`);
        else if (oldest < before) wrong.push(`${site}${path} goes back from round ${before} to ${oldest}`);
        newest.set(path, Math.max(before, oldest));
      }
      await sleep(100);
    }
  };
  const all = Promise.all(sites.map(read));
  return {
    stop: async () => {
      isOver = true;
      await all;
      return { answers, wrong };
    },
  };
}

function expectNoneWrong({ answers, wrong }: { answers: number; wrong: string[] }): void {
  test.info().annotations.push({ type: 'answers', description: String(answers) });
  expect(wrong).toEqual([]);
  expect(answers).toBeGreaterThan(50);
}
