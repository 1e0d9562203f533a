import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, sql, SqliteDialect } from 'kysely';
import Database from 'libsql';
import type { Engine } from './engine';
import { countedRows, createTables, tableNames, type EditionTables } from './schema';
import { writeTypicalSizes } from './typical-sizes';

/** How long a reader or a second publisher waits for a write to end, in milliseconds. */
const busyTimeout = 10_000;

/** Of pages that a transaction has at hand, at most; in kB. */
const writeCache = 100_000;

/** An edition in an SQLite file. */
export const sqlite: Engine = {
  openToWrite(file) {
    mkdirSync(path.dirname(file), { recursive: true });
    const database = new Database(file);
    database.pragma(`busy_timeout = ${busyTimeout}`);
    // Readers go on while a publication is written.
    database.pragma('journal_mode = WAL');
    // What was said to be published stays so when the power fails.
    database.pragma('synchronous = FULL');
    // A large transaction that does not fit is written out and read back, again and again.
    database.pragma(`cache_size = -${writeCache}`);
    return new Kysely<EditionTables>({ dialect: new SqliteDialect({ database }) });
  },

  openToRead(file, log) {
    if (!existsSync(file)) {
      throw new Error(`There is no edition at ${file}. Make it with “npm run build” or “npm run up”.`);
    }
    const database = new Database(file, { readonly: true });
    database.pragma(`busy_timeout = ${busyTimeout}`);
    return new Kysely<EditionTables>({ dialect: new SqliteDialect({ database }), log });
  },

  /**
   * Where nobody reads it, as in a build, the file is left in a form that can be opened where nothing may be written: on a
   * serverless host. A running site keeps it as it is.
   */
  async close(edition) {
    await sql`pragma busy_timeout = 0`.execute(edition);
    try {
      await sql`pragma journal_mode = delete`.execute(edition);
    } catch (error) {
      if (!(error instanceof Error && /locked|busy/i.test(error.message))) throw error;
    } finally {
      await edition.destroy();
    }
  },

  /** SQLite's data_version, which takes some microseconds. */
  async versionOf(edition) {
    const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(edition);
    const [row] = rows;
    if (!row) throw new Error('SQLite gave no data_version.');
    return String(row.data_version);
  },

  async hasTables(edition) {
    const { rows } = await sql`select 1 from sqlite_master where name = 'meta'`.execute(edition);
    return rows.length > 0;
  },

  async makeTables(draft) {
    for (const table of tableNames) await sql.raw(`drop table if exists ${table}`).execute(draft);
    for (const statement of [...createTables, ...countingTriggers]) await sql.raw(statement).execute(draft);
    await writeTypicalSizes(draft);
  },

  /** One piece of the many that the full-text index was written in: searches then look into one. */
  async settle(draft) {
    await sql`insert into search (search) values ('optimize')`.execute(draft);
  },

  async writeSearch(draft, row) {
    await draft.insertInto('search').values(row).execute();
  },

  /** One of the system's, on a file beside the edition. */
  openLock(file) {
    mkdirSync(path.dirname(file), { recursive: true });
    const lock = new Database(`${file}.lock`);
    return {
      take: () => isTaken(lock),
      close: () => {
        lock.close();
      },
    };
  },
};

const countingTriggers = countedRows.flatMap(({ table, condition, names }) => {
  const lists = Object.entries(names);
  const come = lists.map(
    ([list, name]) =>
      `insert into counts values ('${list}', ${name}, 1)
       on conflict (list, name) do update set stories = stories + 1;`,
  );
  const gone = lists.map(
    ([list, name]) =>
      `update counts set stories = stories - 1 where list = '${list}' and name = ${name};
       delete from counts where list = '${list}' and name = ${name} and stories = 0;`,
  );
  const trigger = (event: string, row: string, statements: string[]) =>
    `create trigger ${table}_${event} after ${event} on ${table} when ${condition}
     begin ${statements.join(' ')} end`.replaceAll('{}', row);
  return [trigger('insert', 'new', come), trigger('delete', 'old', gone)];
});

/** Whether the lock is this process's now. */
function isTaken(lock: Database.Database): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) return false;
    throw error;
  }
}
