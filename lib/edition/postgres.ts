import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Client } from 'pg';
import type { Engine } from './engine';
import { tableNames } from './schema';
import { countAll, createCounting, createPostgresTables } from './postgres-schema';
import { connectTo, readerLimits, unreachable, writerLimits } from './postgres-connections';
import { wordsAlone } from './search-text';

/** An edition in a Postgres database (15 or newer), in the first schema of the connection's search path. */
export const postgres: Engine = {
  openToWrite: (address) => connectTo(address, writerLimits),
  openToRead: (address, log) => connectTo(address, readerLimits, log),

  close: (edition) => edition.destroy(),

  /** What it was made from, and how far its histories were read. */
  async versionOf(edition) {
    const rows = await edition
      .selectFrom('meta')
      .select(['key', 'value'])
      .where('key', 'in', ['edition', 'historyCommit'])
      .orderBy('key')
      .execute();
    return rows.map(({ value }) => value).join(' ');
  },

  async hasTables(edition) {
    const { rows } = await sql<{ name: string | null }>`select to_regclass('meta')::text as name`.execute(edition);
    return (rows[0]?.name ?? null) !== null;
  },

  async makeTables(draft) {
    for (const table of [...tableNames, 'picture_files']) await sql.raw(`drop table if exists ${table}`).execute(draft);
    for (const statement of createPostgresTables) await sql.raw(statement).execute(draft);
  },

  async settle(draft) {
    for (const statement of [...countAll, ...createCounting]) await sql.raw(statement).execute(draft);
    await sql`analyze`.execute(draft);
  },

  async writeSearch(draft, { rowid, title, summary, body }) {
    await sql`
      insert into search (rowid, title, summary, body, document) values (
        ${rowid}, ${title}, ${summary}, ${body},
        setweight(to_tsvector('slugline', ${wordsAlone(title)}), 'A') ||
        setweight(to_tsvector('slugline', ${wordsAlone(summary)}), 'B') ||
        to_tsvector('slugline', ${wordsAlone(body)})
      )
    `.execute(draft);
  },

  async keepPictures(draft, pictures) {
    for (const { hash, file } of pictures) {
      await draft
        .insertInto('picture_files')
        .values({ hash, bytes: await readFile(file) })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute();
    }
    await sql`
      delete from picture_files where hash not in (select hash from images)
        and hash not in (select row::json ->> 'hash' from undo where table_name = 'images')
    `.execute(draft);
  },

  async readPicture(edition, src) {
    const row = await edition
      .selectFrom('images')
      .innerJoin('picture_files', 'picture_files.hash', 'images.hash')
      .select('bytes')
      .where('src', '=', src)
      .executeTakeFirst();
    return row?.bytes;
  },

  /** It goes with its connection. */
  async openLock(address) {
    const { Client } = await import('pg');
    const client = new Client({ connectionString: address, ...writerLimits });
    try {
      await client.connect();
    } catch (error) {
      throw unreachable(address, error);
    }
    return { take: () => isTaken(client), close: () => client.end() };
  },
};

/** Whether the lock is this connection's now; of each schema there is one. */
async function isTaken(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(hashtext('slugline ' || current_schema())) as taken`,
  );
  return rows[0]?.taken ?? false;
}
