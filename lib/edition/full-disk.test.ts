import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DocumentCompiler } from './compile-documents';
import { makeStory, writeNewsroom, type Newsroom } from './newsroom.fixture';
import * as openedEdition from './open-edition';

/** What SQLite may use, in its pages; a disk that is full refuses it in the same way. */
let mostPages: number | undefined;

vi.mock(import('./open-edition'), async (load) => {
  const real = await load();
  return {
    ...real,
    openEdition: (file) => {
      const edition = real.openEdition(file);
      // SQLite runs what it is given at once and in order, before any query of the caller's.
      if (mostPages !== undefined) void sql.raw(`pragma max_page_count = ${mostPages}`).execute(edition);
      return edition;
    },
  };
});

const compiler = new DocumentCompiler(process.cwd());
let newsroom: Newsroom;

beforeEach(async () => {
  newsroom = await writeNewsroom(compiler, { 'articles/2025/10/first.mdx': makeStory({ title: 'First' }) });
});

afterEach(() => newsroom.destroy());
afterAll(() => compiler.stop());

it('keeps the old edition whole when the disk is full, and writes the new one when there is room again', async () => {
  await newsroom.publish();
  mostPages = 1; // SQLite takes what the file has already as the least.
  newsroom.write('articles/2025/10/first.mdx', makeStory({ title: 'Second' }, 'Much text. '.repeat(20_000)));
  await expect(newsroom.publish()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  mostPages = undefined;
  expect(await titles()).toEqual(['First']);
  expect((await newsroom.publish()).problems).toEqual([]);
  expect(await titles()).toEqual(['Second']);
}, 60_000);

async function titles(): Promise<string[]> {
  const edition = openedEdition.openEdition(newsroom.editionAddress);
  const rows = await edition.selectFrom('articles').select('title').execute();
  const { rows: check } = await sql`pragma integrity_check`.execute(edition);
  expect(check).toEqual([{ integrity_check: 'ok' }]);
  await edition.destroy();
  return rows.map(({ title }) => title);
}
