import { readMeta } from './meta';
import type { Edition } from './open-edition';

/** What the edition was made from. */
export type SourceState = {
  /** The hash of each content file, by its path; empty when every row must be made anew. */
  hashes: Map<string, string>;
  isOtherFingerprint: boolean;
};

export async function readSourceState(edition: Edition, fingerprint: string): Promise<SourceState> {
  if ((await readMeta(edition, 'fingerprint')) !== fingerprint) return { hashes: new Map(), isOtherFingerprint: true };
  const sources = await edition.selectFrom('sources').selectAll().execute();
  return { hashes: new Map(sources.map(({ file, hash }) => [file, hash])), isOtherFingerprint: false };
}
