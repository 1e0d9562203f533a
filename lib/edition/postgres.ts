import { HandleEmptyInListsPlugin, Kysely, PostgresDialect, replaceWithNoncontingentExpression, sql } from 'kysely';
import { Client, Pool, types, type CustomTypesConfig } from 'pg';
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
const timeouts = { connect: 5_000, idle: 10_000 };

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
  openToWrite: open,
  openToRead: open,

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
    for (const table of tableNames) await sql.raw(`drop table if exists ${table}`).execute(draft);
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

  /** It goes with its connection. */
  async openLock(address) {
    const client = new Client({ connectionString: address, connectionTimeoutMillis: timeouts.connect });
    await client.connect();
    return { take: () => isTaken(client), close: () => client.end() };
  },
};

function open(address: string): Kysely<EditionTables> {
  const pool = new Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: timeouts.connect,
    idleTimeoutMillis: timeouts.idle,
    allowExitOnIdle: true,
    types: readNumbers,
  });
  // A connection that is lost while nobody uses it; the next query opens another one.
  pool.on('error', (error) => console.error(`A connection to Postgres was lost: ${error.message}`));
  return new Kysely<EditionTables>({
    dialect: new PostgresDialect({ pool }),
    // Nothing is in an empty list; Postgres has no words for that.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
}

/** Whether the lock is this connection's now; of each schema there is one. */
async function isTaken(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(hashtext('slugline ' || current_schema())) as taken`,
  );
  return rows[0]?.taken ?? false;
}
