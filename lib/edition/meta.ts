import { sql } from 'kysely';
import type { Edition } from './open-edition';

/** What an edition says of itself under a key; undefined also where nothing was written to it yet. */
export async function readMeta(edition: Edition, key: string): Promise<string | undefined> {
  const { rows } = await sql`select 1 from sqlite_master where name = 'meta'`.execute(edition);
  if (rows.length === 0) return undefined;
  const row = await edition.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}
