import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';

/** How often a publisher that waits looks whether the other one is done, in milliseconds. */
const pause = 100;

/**
 * Runs work while nobody else writes the edition. A second publisher waits until the first is done: the lock is one of
 * the system's on a file beside the edition, so that it goes with the process that held it, however that ended.
 *
 * @param editionFile absolute
 * @param onWait told once, when another publisher is at work
 */
export async function withPublishingLock<T>(
  editionFile: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(path.dirname(editionFile), { recursive: true });
  const lock = new Database(`${editionFile}.lock`);
  try {
    for (let attempt = 0; !isTaken(lock); attempt += 1) {
      if (attempt === 0) onWait();
      await sleep(pause);
    }
    return await work();
  } finally {
    lock.close();
  }
}

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
