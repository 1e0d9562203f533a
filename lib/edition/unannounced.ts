import type { AffectedPaths } from './affected-paths';
import type { Edition } from './open-edition';

/** Addresses of publications that sites were not yet seen to show, and the numbers of those. */
export type Unannounced = { ids: number[]; affected: AffectedPaths };

/** Notes within a publication what the sites have to be told of it, so that the next one finishes what this one may not. */
export async function noteUnannounced(draft: Edition, affected: AffectedPaths): Promise<void> {
  await draft
    .insertInto('unannounced')
    .values({ affected: JSON.stringify(affected) })
    .execute();
}

/** Everything that the sites have to be told, of the latest publication first. */
export async function readUnannounced(edition: Edition): Promise<Unannounced> {
  const rows = await edition.selectFrom('unannounced').selectAll().orderBy('id', 'desc').execute();
  const all = rows.map(({ affected }) => {
    const read: AffectedPaths = JSON.parse(affected);
    return read;
  });
  return {
    ids: rows.map(({ id }) => id),
    affected: {
      paths: [...new Set(all.flatMap(({ paths }) => paths))],
      // What an address answers is as the latest publication left it.
      answers: Object.fromEntries(all.toReversed().flatMap(({ answers }) => Object.entries(answers))),
      isEverywhere: all.some(({ isEverywhere }) => isEverywhere),
    },
  };
}

/** Forgets what the sites were seen to show. */
export async function forgetUnannounced(edition: Edition, { ids }: Unannounced): Promise<void> {
  if (ids.length > 0) await edition.deleteFrom('unannounced').where('id', 'in', ids).execute();
}
