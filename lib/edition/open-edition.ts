import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, sql, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { readSettings } from '../settings';
import type { EditionTables } from './schema';

export type Edition = Kysely<EditionTables>;

/** How long a reader or a second publisher waits for a write to end, in milliseconds. */
const busyTimeout = 10_000;

/** Of pages that a transaction has at hand, at most; in kB. */
const writeCache = 100_000;

/**
 * Opens an edition to write it; the file and its folder are made when there are none. Close it with `destroy()`.
 *
 * @param file absolute path of the SQLite file
 */
export function openEdition(file: string): Edition {
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
}

/**
 * Closes an edition after writing. Where nobody reads it, as in a build, the file is left in a form that can be opened
 * where nothing may be written: on a serverless host. A running site keeps it as it is.
 */
export async function closeEdition(edition: Edition): Promise<void> {
  await sql`pragma busy_timeout = 0`.execute(edition);
  try {
    await sql`pragma journal_mode = delete`.execute(edition);
  } catch (error) {
    if (!(error instanceof Error && /locked|busy/i.test(error.message))) throw error;
  } finally {
    await edition.destroy();
  }
}

const draftAtHand = new AsyncLocalStorage<Edition>();

/** Runs work for which `edition()` is this draft: queries then see what is written in it and not yet published. */
export function withDraft<T>(draft: Edition, work: () => Promise<T>): Promise<T> {
  return draftAtHand.run(draft, work);
}

let shared: Edition | undefined;

/**
 * The edition that pages read: one connection for the life of the process, which sees every publication at once.
 *
 * @throws Error when nothing was published yet
 */
export function edition(): Edition {
  const draft = draftAtHand.getStore();
  if (draft) return draft;
  if (!shared) {
    const { editionFile } = readSettings();
    if (!existsSync(editionFile)) {
      throw new Error(`There is no edition at ${editionFile}. Make it with “npm run build” or “npm run up”.`);
    }
    const database = new Database(editionFile, { readonly: true });
    database.pragma(`busy_timeout = ${busyTimeout}`);
    shared = new Kysely<EditionTables>({ dialect: new SqliteDialect({ database }) });
  }
  return shared;
}

/**
 * A number that is another after each publication that this process did not write itself (SQLite's data_version): what
 * was read under the same number need not be read again. Takes some microseconds.
 */
export async function editionVersion(): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(edition());
  const [row] = rows;
  if (!row) throw new Error('SQLite gave no data_version.');
  return row.data_version;
}
