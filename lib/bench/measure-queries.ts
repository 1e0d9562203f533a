import type { Logger } from 'kysely';
import { engineAt } from '../edition/engine';
import { withDraft } from '../edition/open-edition';
import { pageQueries } from './page-queries';

/** The slowest statement of a sort of page, and how long all of them took, in milliseconds. */
export type PageQueryTimes = { page: string; slowest: number; all: number; statements: number };

const rounds = 5;

/**
 * How long the queries of each sort of page take: the medians of some rounds, after one that is not counted.
 *
 * @param address absolute path of an SQLite file, or postgres://…
 */
export async function measureQueries(address: string, word: string): Promise<PageQueryTimes[]> {
  const durations: number[] = [];
  const log: Logger = ({ queryDurationMillis }) => void durations.push(queryDurationMillis);
  const edition = engineAt(address).openToRead(address, log);
  try {
    return await withDraft(edition, async () => {
      const times: PageQueryTimes[] = [];
      for (const [page, query] of await pageQueries(word, new Date())) {
        const seen: { slowest: number; all: number; statements: number }[] = [];
        for (let round = 0; round <= rounds; round += 1) {
          durations.length = 0;
          await query();
          const all = durations.reduce((sum, duration) => sum + duration, 0);
          if (round > 0) seen.push({ slowest: Math.max(0, ...durations), all, statements: durations.length });
        }
        const middle = seen.toSorted((a, b) => a.slowest - b.slowest)[Math.floor(rounds / 2)];
        if (middle) times.push({ page, ...middle });
      }
      return times;
    });
  } finally {
    await edition.destroy();
  }
}
