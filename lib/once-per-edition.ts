import { editionVersion } from './edition/open-edition';

/** What was read is read again after this time, for the sake of scheduled stories; in milliseconds. */
const maxAge = 5_000;

/**
 * Something that is counted over the whole paper, and so is read once for each publication, and for the sake of scheduled
 * stories once in some seconds. `expireTime` in next.config.js leaves room for that within the minute that readers are
 * promised.
 */
export function oncePerEdition<T>(read: (now: Date) => Promise<T>): (now: Date) => Promise<T> {
  let current: { readAt: number; version: string; value: Promise<T> } | undefined;
  return async (now) => {
    const version = await editionVersion();
    if (!current || current.version !== version || now.getTime() - current.readAt > maxAge) {
      const entry = { readAt: now.getTime(), version, value: read(now) };
      current = entry;
      entry.value.catch(() => {
        // The caller is told; the next one tries again.
        if (current === entry) current = undefined;
      });
    }
    return current.value;
  };
}
