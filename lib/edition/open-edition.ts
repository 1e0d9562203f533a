import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { readSettings } from '../settings';
import type { EditionTables } from './schema';

export type Edition = Kysely<EditionTables>;

/** How long a reader or a second publisher waits for a write to end, in milliseconds. */
const busyTimeout = 10_000;

/**
 * Opens an edition to write it; the file and its folder are made when there are none. Close it with `destroy()`.
 *
 * @param file absolute path of the SQLite file
 */
export function openEdition(file: string): Edition {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma(`busy_timeout = ${busyTimeout}`);
  return new Kysely<EditionTables>({ dialect: new SqliteDialect({ database }) });
}

let shared: Edition | undefined;

/**
 * The edition that pages read: one connection for the life of the process, which sees every publication at once.
 *
 * @throws Error when nothing was published yet
 */
export function edition(): Edition {
  if (!shared) {
    const { editionFile } = readSettings();
    if (!existsSync(editionFile)) {
      throw new Error(`There is no edition at ${editionFile}. Make it with “npm run build” or “npm run up”.`);
    }
    shared = openEdition(editionFile);
  }
  return shared;
}
