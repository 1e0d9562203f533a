import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pageQueries } from './bench/page-queries';
import { listQueries, now, writePaperOfPlans } from './query-plans.fixture';
import { searchArticles } from './search/search';

const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
const file = path.join(folder, 'edition.db');

/** Of these there are few, however many stories there are. */
const small = ['authors', 'categories', 'pages', 'meta', 'counts', 'sqlite_master'];

beforeAll(async () => {
  vi.stubEnv('EDITION_URL', pathToFileURL(file).href);
  await writePaperOfPlans(file);
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The statements that some work has the database run. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  await work();
  const statements = prepare.mock.calls.map(([statement]) => statement);
  prepare.mockRestore();
  // Matches are marked in an index of the twenty results alone (lib/search/marked-text.ts).
  return statements.filter((text) => /^\s*select/.test(text) && !text.includes('from texts'));
}

type Step = { id: number; parent: number; detail: string };

function planOf(statement: string): Step[] {
  const database = new Database(file, { readonly: true });
  const rows: unknown = database.prepare(`explain query plan ${statement}`).all();
  database.close();
  const steps: Step[] = JSON.parse(JSON.stringify(rows));
  return steps;
}

/** All that is visible is nearly all there is: only what stops at a page, or at a full-text match, may go through it. */
function isSweep({ detail }: Step, statement: string): boolean {
  // Looking into every day or every story of an index one by one is no better.
  if (/ANY\((?!category)/.test(detail)) return true;
  return /\(status=\? AND published_at<\?\)/.test(detail) && !/ limit /.test(statement);
}

/** What goes through all that is visible once for each publication, and what asks for what was withdrawn. */
const sweepers = ['index of sitemaps', 'withdrawals'];

/** Reading all of a table or of an index, be it in order; a full-text match is no such reading. */
function isFullScan({ detail }: Step): boolean {
  const [, table = ''] = /^SCAN (\w+)(?! VIRTUAL)\b/.exec(detail) ?? [];
  return table !== '' && !detail.includes('VIRTUAL TABLE') && !small.includes(table) && !isDerived(table);
}

/** What a query made itself, from what it found through an index. */
function isDerived(name: string): boolean {
  return ['found', 'list', 'CONSTANT'].includes(name);
}

it('no page reads a large table or index from end to end', async () => {
  const scans: string[] = [];
  let looked = 0;
  for (const [name, query] of await pageQueries('lighthouse', now)) {
    for (const statement of await statementsOf(query)) {
      looked += 1;
      const found = planOf(statement).filter(
        (step) => isFullScan(step) || (isSweep(step, statement) && !sweepers.includes(name)),
      );
      scans.push(...found.map(({ detail }) => `${name}: ${detail} in ${statement}`));
    }
  }
  expect(looked).toBeGreaterThan(60);
  expect(scans).toEqual([]);
});

it('no list is sorted: an index has its order already', async () => {
  const lists = await listQueries();
  expect(lists.length).toBeGreaterThan(6);
  for (const [name, query] of lists) {
    if (name.startsWith('search')) continue;
    for (const statement of (await statementsOf(query)).filter((text) => text.includes('limit'))) {
      const sorted = planOf(statement).filter(({ detail }) => detail.includes('TEMP B-TREE'));
      expect(sorted, `${name}: ${statement}`).toEqual([]);
    }
  }
});

it('a full scan is noticed', () => {
  for (const statement of ['select title from articles', 'select count(*) from articles', 'select tree from bodies']) {
    expect(planOf(statement).filter(isFullScan), statement).toHaveLength(1);
  }
  const counting = 'select count(*) from articles where status = ? and published_at <= ?';
  expect(planOf(counting).filter((step) => isSweep(step, counting))).toHaveLength(1);
});

it('the words of a search are looked up once, not once for each story', async () => {
  const statements = await statementsOf(() => searchArticles({ query: 'lighthouse' }, 1, 'UTC', now));
  const ranking = statements.filter((statement) => statement.includes('bm25'));
  expect(ranking.length).toBeGreaterThan(0);
  for (const statement of ranking) {
    const plan = planOf(statement);
    expect(plan).toContainEqual(expect.objectContaining({ detail: expect.stringContaining('SCAN search VIRTUAL') }));
    // A step whose parent is 0 runs in the outermost loop, next to that over the stories.
    expect(plan).not.toContainEqual(
      expect.objectContaining({ parent: 0, detail: expect.stringContaining('SCAN search VIRTUAL') }),
    );
  }
});
