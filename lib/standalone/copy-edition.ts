import { copyFileSync, existsSync } from 'node:fs';
import Database from 'libsql';

/**
 * Copies an edition so that it can be opened where nothing may be written, also while a site reads it. Nobody may write it
 * meanwhile.
 *
 * @param from absolute path of an SQLite file
 */
export function copyEdition(from: string, to: string) {
  copyFileSync(from, to);
  // While it is read, what was published last may still be beside it.
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
  const copy = new Database(to);
  copy.pragma('journal_mode = delete');
  copy.close();
}
