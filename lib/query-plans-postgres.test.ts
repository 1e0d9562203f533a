import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CompiledQuery } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pageQueries } from './bench/page-queries';
import { ownAddress } from './edition/edition-address.fixture';
import { engineAt } from './edition/engine';
import { edition, withDraft } from './edition/open-edition';
import { days, listQueries, now, writePaperOfPlans } from './query-plans.fixture';

const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
let address: string;
let client: Client;

/** Postgres plans by how many rows there are: each story is there so many times. */
const copies = 200;

/** By how much a copy is older than the one before, in milliseconds. */
const span = days * 86_400_000;

/** What goes through all that is visible once for each publication. */
const sweepers = ['index of sitemaps'];

/** Of these there are few, however many stories there are. */
const small = ['authors', 'categories', 'pages', 'meta', 'counts'];

/** A search looks at so many stories at most, one after the other, and at those between them that do not hold its words. */
const mostRead = 2_500;

beforeAll(async () => {
  address = await ownAddress(folder);
  vi.stubEnv('EDITION_URL', address);
  await writePaperOfPlans(address);
  client = new Client({ connectionString: address });
  await client.connect();
  await multiply();
});

afterAll(async () => {
  await client.end();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** What stories hold besides, so that the index of one is about as large as in a paper. */
const otherWords = Array.from({ length: 60 }, (_, index) => createHash('md5').update(`${index}`).digest('hex'));

/** Copies the stories, each of other days, and fills what they have no rows in. */
async function multiply(): Promise<void> {
  const copied = { id: 'id + n * 1000', file: `n || file`, path: `path || '-' || n` };
  const moments = {
    published_at: `published_at - n * ${span}`,
    listed_at: `listed_at - n * ${span}`,
    day: `to_char(day::date - n * ${days}, 'yyyy-mm-dd')`,
  };
  const written: Record<string, string> = {
    ...copied,
    ...moments,
    article_id: 'article_id + n * 1000',
    rowid: 'rowid + n * 1000',
    document: `document || '${otherWords.join(' ')}'`,
  };
  for (const table of ['articles', 'bodies', 'article_authors', 'article_tags', 'corrections', 'search', 'sources']) {
    const { fields } = await client.query(`select * from ${table} limit 0`);
    const values = fields.map(({ name }) => written[name] ?? name);
    await client.query(`insert into ${table} select ${values.join(', ')} from ${table}, generate_series(1, $1) as n`, [
      copies - 1,
    ]);
  }
  const numbers = `generate_series(1, ${days * copies}) as n`;
  for (const statement of [
    `redirects select '/old/' || n, 'articles/story-' || n || '.mdx' from generate_series(1, 50000) as n`,
    `corrections select 1000000 + n, 1, 'Text.', null from ${numbers}`,
    `translations select n, 'fr', 'https://example.org/' || n from ${numbers}`,
    `images select '/images/' || n || '.webp', 'hash', 1, 1, 1, 1 from ${numbers}`,
    `refs select 'articles/story-' || n || '.mdx', 'link', '/somewhere/' || n, 1, 1 from ${numbers}`,
    `search_words select 4 + n % 9, 'word' || n from ${numbers}`,
    `histories select 'articles/story-' || n || '.mdx', 1, 1 from ${numbers}`,
    `versions select 'articles/story-' || n || '.mdx', 1, 'commit', 'path', 1, 'blob' from ${numbers}`,
    `changes select 'articles/story-' || n || '.mdx', 1, 1, 0, 'before', 'after', '{}' from ${numbers}`,
  ]) {
    await client.query(`insert into ${statement} on conflict do nothing`);
  }
  // What was written last stands in a list of its own before the index, until it is tidied up.
  await client.query('vacuum analyze');
}

/** A step of a plan, as Postgres tells it in JSON. */
type Step = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Step[];
};

/** Runs a query, and tells each step of how. */
async function stepsOf({ sql, parameters }: CompiledQuery): Promise<Step[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Step }[] }>(`explain (analyze, format json) ${sql}`, [
    ...parameters,
  ]);
  return rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => below(Plan));
}

function below(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(below)];
}

/** The queries that some work asks. */
async function queriesOf(work: () => Promise<unknown>): Promise<CompiledQuery[]> {
  const queries: CompiledQuery[] = [];
  const read = engineAt(address).openToRead(address, ({ query }) => void queries.push(query));
  await withDraft(read, work);
  await read.destroy();
  return queries;
}

/** Reading a large table from one end, further than a page needs. */
function isFullScan(step: Step): boolean {
  if (step['Node Type'] !== 'Seq Scan' || small.includes(step['Relation Name'] ?? '')) return false;
  return (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'] > mostRead;
}

it('no page reads a large table from end to end', async () => {
  const scans: string[] = [];
  let looked = 0;
  for (const [name, ask] of await pageQueries('lighthouse', now)) {
    for (const query of await queriesOf(ask)) {
      looked += 1;
      const found = sweepers.includes(name) ? [] : (await stepsOf(query)).filter(isFullScan);
      scans.push(...found.map((step) => `${name}: ${step['Relation Name']} in ${query.sql}`));
    }
  }
  expect(looked).toBeGreaterThan(60);
  expect(scans).toEqual([]);
});

it('no list is sorted: an index has its order already', async () => {
  const lists = await listQueries();
  expect(lists.length).toBeGreaterThan(6);
  for (const [name, ask] of lists) {
    if (name.startsWith('search')) continue;
    for (const query of (await queriesOf(ask)).filter(({ sql }) => sql.includes('limit'))) {
      const sorted = (await stepsOf(query)).filter((step) => /Sort/.test(step['Node Type']));
      expect(sorted, `${name}: ${query.sql}`).toEqual([]);
    }
  }
});

it('a word that no story holds is looked for in the index alone', async () => {
  const search = (await pageQueries('lighthouse', now)).get('search, mistyped');
  const queries = await queriesOf(async () => search?.());
  const counting = queries.filter(({ sql }) => sql.includes('with holding'));
  expect(counting.length).toBeGreaterThan(1);
  const [first] = counting;
  const steps = first ? await stepsOf(first) : [];
  expect(steps).toContainEqual(expect.objectContaining({ 'Index Name': 'search_document', 'Actual Rows': 0 }));
});

it('a full scan is noticed', async () => {
  for (const table of ['articles', 'bodies', 'search', 'redirects'] as const) {
    const [query] = await queriesOf(() => edition().selectFrom(table).selectAll().execute());
    expect((query ? await stepsOf(query) : []).filter(isFullScan), table).toHaveLength(1);
  }
});
