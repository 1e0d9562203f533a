import { engineAt } from './engine';

/**
 * Runs work while nobody else writes the edition. A second publisher waits until the first is done, however that ended.
 *
 * @param address absolute path of an SQLite file, or postgres://…
 * @param onWait told once, when another publisher is at work
 */
export function withPublishingLock<T>(address: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  return engineAt(address).withLock(address, onWait, work);
}
