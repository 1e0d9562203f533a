import { PostgresAdapter, type Logger } from 'kysely';
import { isPostgresAddress } from './engine-address.mjs';
import type { Edition } from './open-edition';
import { postgres } from './postgres';
import type { EditionTables } from './schema';
import { sqlite } from './sqlite';

/** What differs between the databases that hold editions. */
export type Engine = {
  openToWrite: (address: string) => Edition;
  /**
   * @param log is told of every query, and how long it took
   * @throws Error when nothing was published yet, where that can be told without asking
   */
  openToRead: (address: string, log?: Logger) => Edition;
  close: (edition: Edition) => Promise<void>;
  /** Text that is another after each publication. */
  versionOf: (edition: Edition) => Promise<string>;
  /** Whether anything was ever written. */
  hasTables: (edition: Edition) => Promise<boolean>;
  /** Makes every table anew, empty. */
  makeTables: (draft: Edition) => Promise<void>;
  /** What a cold edition ends with, so that queries are quick. */
  settle: (draft: Edition) => Promise<void>;
  /** Puts a story into the full-text index. */
  writeSearch: (draft: Edition, row: EditionTables['search']) => Promise<void>;
  /**
   * Keeps pictures with the edition, and forgets those that neither it has nor a publication that can be taken back; where
   * there is none of this, they are in the newsroom's folder alone.
   */
  keepPictures?: (draft: Edition, pictures: { hash: string; file: string }[]) => Promise<void>;
  /** @param src as stories give it, /images/… */
  readPicture?: (edition: Edition, src: string) => Promise<Buffer | undefined>;
  openLock: (address: string) => Lock | Promise<Lock>;
};

/** What one process at a time may hold; it goes with the process, however that ended. */
export type Lock = {
  /** Whether it is this process's now. */
  take: () => boolean | Promise<boolean>;
  close: () => void | Promise<void>;
};

/** @param address absolute path of an SQLite file, or postgres://… */
export function engineAt(address: string): Engine {
  return isPostgresAddress(address) ? postgres : sqlite;
}

export function engineOf(edition: Edition): Engine {
  return isOnPostgres(edition) ? postgres : sqlite;
}

export function isOnPostgres(edition: Edition): boolean {
  return edition.getExecutor().adapter instanceof PostgresAdapter;
}
