import { sql } from 'kysely';
import type { Edition } from './open-edition';

/** What the edition was made from. */
export type SourceState = {
  /** The hash of each content file, by its path; empty when every row must be made anew. */
  hashes: Map<string, string>;
  isOtherFingerprint: boolean;
};

export async function readSourceState(edition: Edition, fingerprint: string): Promise<SourceState> {
  if ((await storedFingerprint(edition)) !== fingerprint) return { hashes: new Map(), isOtherFingerprint: true };
  const sources = await edition.selectFrom('sources').selectAll().execute();
  return { hashes: new Map(sources.map(({ file, hash }) => [file, hash])), isOtherFingerprint: false };
}

async function storedFingerprint(edition: Edition): Promise<string | undefined> {
  const { rows } = await sql`select 1 from sqlite_master where name = 'meta'`.execute(edition);
  if (rows.length === 0) return undefined;
  const row = await edition.selectFrom('meta').select('value').where('key', '=', 'fingerprint').executeTakeFirst();
  return row?.value;
}
