import { setTimeout as sleep } from 'node:timers/promises';
import { engineAt } from './engine';

/** How often a publisher that waits looks whether the other one is done, in milliseconds. */
const pause = 100;

/**
 * Runs work while nobody else writes the edition. A second publisher waits until the first is done, however that ended.
 *
 * @param address absolute path of an SQLite file, or postgres://…
 * @param onWait told once, when another publisher is at work
 */
export async function withPublishingLock<T>(address: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const lock = await engineAt(address).openLock(address);
  try {
    for (let attempt = 0; !(await lock.take()); attempt += 1) {
      if (attempt === 0) onWait();
      await sleep(pause);
    }
    return await work();
  } finally {
    await lock.close();
  }
}
