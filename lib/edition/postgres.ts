import { readFile } from 'node:fs/promises';
import {
  HandleEmptyInListsPlugin,
  Kysely,
  type Logger,
  PostgresDialect,
  replaceWithNoncontingentExpression,
  sql,
  type PostgresPool,
} from 'kysely';
import { Client, DatabaseError, Pool, types, type CustomTypesConfig, type PoolConfig } from 'pg';
import { noteEditionAway } from './edition-reach.mjs';
import { spokenAddress } from './engine-address.mjs';
import type { Engine } from './engine';
import { tableNames, type EditionTables } from './schema';
import { countAll, createCounting, createPostgresTables } from './postgres-schema';
import { wordsAlone } from './search-text';

/**
 * Connections of a process, at most. A page asks a few questions at once; a serverless host runs many processes, and
 * Postgres takes a hundred connections by default.
 */
const connections = 4;

/** In milliseconds. */
const timeouts = {
  connect: 5_000,
  /** Of readers, who are better off with a word than with waiting; a front waits 5 s for both (docs/nginx). */
  readerConnects: 2_000,
  readerAsks: 2_500,
  idle: 10_000,
};

/** What Postgres sends as text since it may be larger than JavaScript's numbers: ours are not. */
const numbers: number[] = [types.builtins.INT8, types.builtins.NUMERIC];

const readNumbers: CustomTypesConfig = {
  getTypeParser: (id, format) => (numbers.includes(id) ? Number : parserOf(id, format)),
};

function parserOf(id: number, format?: 'text' | 'binary'): unknown {
  return format === 'binary' ? types.getTypeParser(id, 'binary') : types.getTypeParser(id, 'text');
}

/** An edition in a Postgres database (15 or newer), in the first schema of the connection's search path. */
export const postgres: Engine = {
  openToWrite: (address) => openPool(address, { connectionTimeoutMillis: timeouts.connect }),
  openToRead: (address, log) =>
    openPool(address, { connectionTimeoutMillis: timeouts.readerConnects, query_timeout: timeouts.readerAsks }, log),

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
    const client = new Client({ connectionString: address, connectionTimeoutMillis: timeouts.connect });
    try {
      await client.connect();
    } catch (error) {
      throw unreachable(address, error);
    }
    return { take: () => isTaken(client), close: () => client.end() };
  },
};

function openPool(address: string, limits: PoolConfig, log?: Logger): Kysely<EditionTables> {
  const pool = new Pool({
    connectionString: address,
    max: connections,
    idleTimeoutMillis: timeouts.idle,
    allowExitOnIdle: true,
    // Who is behind a network that forgets connections learns that one is gone.
    keepAlive: true,
    types: readNumbers,
    ...limits,
  });
  // A connection that is lost while nobody uses it; the next query opens another one.
  pool.on('error', (error) => console.error(`A connection to Postgres was lost: ${error.message}`));
  return new Kysely<EditionTables>({
    dialect: new PostgresDialect({ pool: noting(pool, address) }),
    // Nothing is in an empty list; Postgres has no words for that.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
    log: (event) => {
      if (event.level === 'error' && isOfConnection(event.error)) noteEditionAway(true);
      return log?.(event);
    },
  });
}

/** The pool itself, with every connection noted that it can give or cannot. */
function noting(pool: Pool, address: string): PostgresPool {
  return {
    connect: async () => {
      try {
        const client = await pool.connect();
        noteEditionAway(false);
        return client;
      } catch (error) {
        noteEditionAway(true);
        throw unreachable(address, error);
      }
    },
    end: () => pool.end(),
  };
}

function unreachable(address: string, error: unknown): Error {
  // Of a host with several addresses each attempt is an error of its own.
  const cause = error instanceof AggregateError ? error.errors.map(String).join(', ') : String(error);
  return new Error(
    `Postgres does not answer at ${spokenAddress(address)} (${cause}). Start it, or name another one in EDITION_URL.`,
    { cause: error },
  );
}

/** Whether a query failed since the database is away, or is going: its own errors of class 57P say that. */
function isOfConnection(error: unknown): boolean {
  return !(error instanceof DatabaseError) || (error.code?.startsWith('57P') ?? false);
}

/** Whether the lock is this connection's now; of each schema there is one. */
async function isTaken(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(hashtext('slugline ' || current_schema())) as taken`,
  );
  return rows[0]?.taken ?? false;
}
