import type { AffectedPaths } from '../changes/affected-paths';
import type { Edition } from './open-edition';

/**
 * Notes within a publication what the sites have to be told of it. It stays noted until they were seen to show it, so
 * that the next publication finishes what a publisher that was killed left undone.
 */
export async function noteUnannounced(draft: Edition, affected: AffectedPaths): Promise<void> {
  await draft
    .insertInto('unannounced')
    .values({ affected: JSON.stringify(affected) })
    .execute();
}

/** Everything that the sites have to be told; of the latest publication first. */
export async function readUnannounced(draft: Edition): Promise<AffectedPaths> {
  const rows = await draft.selectFrom('unannounced').selectAll().orderBy('id').execute();
  const all = rows.map(({ affected }) => {
    const read: AffectedPaths = JSON.parse(affected);
    return read;
  });
  return {
    paths: [...new Set(all.toReversed().flatMap(({ paths }) => paths))],
    // What an address answers is as the latest publication left it.
    answers: Object.fromEntries(all.flatMap(({ answers }) => Object.entries(answers))),
    isEverywhere: all.some(({ isEverywhere }) => isEverywhere),
  };
}

/** Forgets what the sites were to be told, once they show it. */
export async function forgetUnannounced(edition: Edition): Promise<void> {
  await edition.deleteFrom('unannounced').execute();
}
