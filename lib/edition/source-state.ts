import { readMeta } from './meta';
import type { Edition } from './open-edition';
import { hashFiles, type ListedFiles } from './read-content';

/** What the edition was made from. */
export type SourceState = {
  /** Each content file, by its path; empty when every row must be made anew. */
  sources: Map<string, { hash: string; stamp: string | null }>;
  isOtherFingerprint: boolean;
};

export async function readSourceState(edition: Edition, fingerprint: string): Promise<SourceState> {
  if ((await readMeta(edition, 'fingerprint')) !== fingerprint) {
    return { sources: new Map(), isOtherFingerprint: true };
  }
  const sources = await edition.selectFrom('sources').selectAll().execute();
  return {
    sources: new Map(sources.map(({ file, hash, stamp }) => [file, { hash, stamp }])),
    isOtherFingerprint: false,
  };
}

/** How the content folder differs from what the edition was made from. */
export type SourceChanges = {
  changed: string[];
  removed: string[];
  /** Files that hold what they held, and look other to the system: those of a new clone, for example. */
  restamped: string[];
  /** The hash of each changed or removed file, by its path; none where every row is made anew. */
  hashes: { before: Map<string, string>; after: Map<string, string> };
};

/**
 * Compares the content folder with what the edition was made from. Only files that the system says may have changed are
 * read, so that a publication takes as long as what it changes.
 *
 * @param contentDir absolute
 */
export async function compareSources(
  contentDir: string,
  listed: ListedFiles,
  { sources, isOtherFingerprint }: SourceState,
): Promise<SourceChanges> {
  const hashes: SourceChanges['hashes'] = { before: new Map(), after: new Map() };
  if (isOtherFingerprint) return { changed: [...listed.keys()], removed: [], restamped: [], hashes };
  const doubtful = [...listed].flatMap(([file, stamp]) =>
    stamp !== null && sources.get(file)?.stamp === stamp ? [] : [file],
  );
  const now = await hashFiles(contentDir, doubtful);
  const isSame = (file: string) => now.get(file) === sources.get(file)?.hash;
  const changed = doubtful.filter((file) => !isSame(file));
  const removed = [...sources.keys()].filter((file) => !listed.has(file));
  for (const file of [...changed, ...removed]) {
    const [before, after] = [sources.get(file)?.hash, now.get(file)];
    if (before !== undefined) hashes.before.set(file, before);
    if (after !== undefined) hashes.after.set(file, after);
  }
  const restamped = doubtful.filter((file) => isSame(file) && listed.get(file) !== null);
  return { changed, removed, restamped, hashes };
}
