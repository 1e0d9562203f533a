import Database from 'libsql';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { fetchPage } from './fetched-page';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { startServer, type Server } from './server';

/*
 * A publisher that is killed: at many moments from its start to its end, while readers read. The edition is either the
 * old one or the new one, whole, and the next publication finishes what was begun.
 */
test.describe.configure({ timeout: 360_000 });

const secret = 'what the newsroom and its site both know';
const kills = 12;

/** So much text that SQLite writes to the disk long before the end of the transaction. */
const body = 'The tide is low. '.repeat(6_000);

/** Each of these is edited in every publication: an edition with two different numbers in them is torn. */
const stories = Array.from({ length: 6 }, (_, index): Story => ({
  slug: `story-${index}`,
  publishedAt: new Date(`2020-05-0${index + 1}T08:00:00Z`),
  tags: ['tides'],
}));

let newsroom: Newsroom;
let server: Server;
let settings: Record<string, string>;

test.beforeAll(async () => {
  newsroom = openNewsroom();
  writeRound(0);
  await newsroom.commit('Round 0');
  await newsroom.publish();
  server = await startServer({ ...newsroom.env, PUBLISH_SECRET: secret });
  settings = { PUBLISH_SECRET: secret, PUBLISH_TO: server.address };
});

test.afterAll(async () => {
  await server?.stop();
  newsroom?.destroy();
});

test('killed at any moment, it leaves the old edition or the new one', async () => {
  const started = performance.now();
  writeRound(1);
  const { status, text } = await newsroom.goLive(settings);
  expect(status, text).toBe(0);
  const whole = performance.now() - started;

  const rounds = new Set<number>();
  let round = 1;
  for (let kill = 1; kill <= kills; kill += 1) {
    writeRound(round + 1);
    const publication = newsroom.startGoingLive(settings);
    const readers = readUntil(publication.ended);
    // Nothing is written in the first third, which is Contentlayer's start; readers make it slower than it was alone.
    await sleep(whole * (1 / 3 + (4 / 3) * (kill / kills)));
    publication.kill();
    await publication.ended;
    expect(await readers, `readers while killed after ${kill}/${kills}`).toEqual([]);
    const found = wholeRound();
    expect([round, round + 1], `edition after ${kill}/${kills}`).toContain(found);
    rounds.add(found - round);
    round = found;
  }
  // Killed early it had not written anything, killed late it had: otherwise this test saw only one of both.
  expect([...rounds].toSorted()).toEqual([0, 1]);

  const { status: finished, text: receipt } = await newsroom.goLive(settings);
  expect(finished, receipt).toBe(0);
  const last = wholeRound();
  for (const path of ['/', '/2020/05', '/tag/tides', ...stories.map(pathOf)]) {
    expect((await fetchPage(server.address + path)).html, path).toContain(`Round ${last}`);
  }
});

function writeRound(round: number): void {
  for (const story of stories) newsroom.write({ ...story, title: `Round ${round} of ${story.slug}`, body });
}

/** The number that every story of the edition names. */
function wholeRound(): number {
  const database = new Database(fileURLToPath(newsroom.env.EDITION_URL), { readonly: true });
  const ask = (query: string) => database.prepare(query).all();
  try {
    expect(ask('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const titles = titlesIn(ask('select title from articles'));
    const found = titlesIn(ask('select title from search'));
    const rounds = new Set([...titles, ...found].map((title) => /^Round (\d+) of /.exec(title)?.[1]));
    expect(titles).toHaveLength(stories.length);
    expect(found.toSorted()).toEqual(titles.toSorted());
    expect(rounds.size, [...rounds].join()).toBe(1);
    expect(ask('select count(*) as rows from bodies')).toEqual([{ rows: stories.length }]);
    return Number([...rounds][0]);
  } finally {
    database.close();
  }
}

/** Reads page after page until something ended; what was wrong with them. */
async function readUntil(end: Promise<unknown>): Promise<string[]> {
  const wrong: string[] = [];
  let isOver = false;
  void end.then(() => (isOver = true));
  while (!isOver) {
    for (const path of ['/', '/2020/05', ...stories.slice(0, 2).map(pathOf)]) {
      const { status, html } = await fetchPage(server.address + path);
      if (status !== 200 || !/Round \d+/.test(html)) wrong.push(`${path} ${status}`);
    }
    await sleep(50);
  }
  return wrong;
}

function titlesIn(rows: unknown[]): string[] {
  return rows.map((row) => (typeof row === 'object' && row && 'title' in row ? String(row.title) : ''));
}
