import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import { readSettings } from '../settings';
import { engineAt, engineOf } from './engine';
import type { EditionTables } from './schema';

export type Edition = Kysely<EditionTables>;

/**
 * Opens an edition to write it; a file and its folder are made when there are none. Close it with closeEdition.
 *
 * @param address absolute path of an SQLite file, or postgres://…
 */
export function openEdition(address: string): Edition {
  return engineAt(address).openToWrite(address);
}

/** Closes an edition after writing. */
export async function closeEdition(edition: Edition): Promise<void> {
  await engineOf(edition).close(edition);
}

const draftAtHand = new AsyncLocalStorage<Edition>();

/** Runs work for which `edition()` is this draft: queries then see what is written in it and not yet published. */
export function withDraft<T>(draft: Edition, work: () => Promise<T>): Promise<T> {
  return draftAtHand.run(draft, work);
}

let shared: Edition | undefined;

/**
 * The edition that pages read, opened once for the life of the process; it shows every publication at once.
 *
 * @throws Error when it is a file, and nothing was published yet
 */
export function edition(): Edition {
  const draft = draftAtHand.getStore();
  if (draft) return draft;
  if (!shared) {
    const { editionAddress } = readSettings();
    shared = engineAt(editionAddress).openToRead(editionAddress);
  }
  return shared;
}

/** Text that is another after each publication: what was read under the same one need not be read again. */
export function editionVersion(): Promise<string> {
  return engineOf(edition()).versionOf(edition());
}
