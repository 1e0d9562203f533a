import { mkdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { commonWord } from '../bench/common-word';
import { writeCorpus } from '../bench/corpus';
import { measureEdition } from '../bench/measure-edition';
import { measureQueries } from '../bench/measure-queries';
import { table } from '../bench/report';

/**
 * `npm run bench:postgres -- --database postgres://…`: makes papers of some sizes and measures an edition of each in an
 * SQLite file and in that database, in schemas of their own that are gone afterwards.
 *
 *   --sizes 1000,10000   how many stories the papers have
 */
const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000' }, database: { type: 'string', default: '' } },
});
const sizes = values.sizes.split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 200) || !URL.canParse(values.database)) {
  console.error('Give a database, and sizes of 200 stories or more: --database postgres://… --sizes 1000,10000');
  process.exit(1);
}

const head = ['', 'cold, s', 'nothing changed, s', 'slowest query of a page, ms', 'slowest query of a search, ms'];

const folder = path.join(process.cwd(), '.slugline', 'bench');
mkdirSync(folder, { recursive: true });
const client = new Client({ connectionString: values.database });
await client.connect();
for (const size of sizes) await compare(size);
await client.end();

async function compare(size: number): Promise<void> {
  const contentDir = path.join(folder, `content-${size}`);
  const word = commonWord(await writeCorpus(contentDir, size, 1));
  const file = path.join(folder, `edition-${size}.db`);
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  const schema = `slugline_bench_${size}`;
  await client.query(`drop schema if exists ${schema} cascade`);
  await client.query(`create schema ${schema}`);
  const address = new URL(values.database);
  address.searchParams.set('options', `-c search_path=${schema}`);
  const postgres = address.href.replaceAll('+', '%20');
  const rows = [
    await measure('SQLite', contentDir, { url: pathToFileURL(file).href, address: file }, word),
    await measure('Postgres', contentDir, { url: postgres, address: postgres }, word),
  ];
  const load = loadavg()[0]?.toFixed(1) ?? '';
  console.log(`${size.toLocaleString('en')} stories, load ${load}\n\n${table(head, rows)}\n`);
  await client.query(`drop schema ${schema} cascade`);
}

async function measure(
  name: string,
  contentDir: string,
  { url, address }: { url: string; address: string },
  word: string,
): Promise<string[]> {
  const { coldSeconds, unchangedSeconds } = await measureEdition({ CONTENT_DIR: contentDir, EDITION_URL: url });
  const queries = await measureQueries(address, word);
  const slowest = (isSearch: boolean) =>
    Math.max(...queries.filter(({ page }) => page.startsWith('search') === isSearch).map(({ slowest }) => slowest));
  return [
    name,
    ...[coldSeconds, unchangedSeconds, slowest(false), slowest(true)].map((value) => value?.toFixed(1) ?? ''),
  ];
}
