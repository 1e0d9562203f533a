import { engineOf } from './engine';
import type { Edition } from './open-edition';

/** What an edition says of itself under a key; undefined also where nothing was written to it yet. */
export async function readMeta(edition: Edition, key: string): Promise<string | undefined> {
  if (!(await engineOf(edition).hasTables(edition))) return undefined;
  const row = await edition.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

/** Has an edition say something of itself, in place of what it said before. */
export async function writeMeta(draft: Edition, key: string, value: string): Promise<void> {
  await draft
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
