import { createHash } from 'node:crypto';
import type { Commit } from '../git/commit';
import { readMeta, writeMeta } from './meta';
import { edition, type Edition } from './open-edition';

/** In hexadecimal digits. */
const nameLength = 12;

/**
 * The name of an edition: a hash of every file and picture that it was made from, and of the code that made it. The same
 * content has the same name wherever it is published.
 */
export async function editionName(draft: Edition, fingerprint: string): Promise<string> {
  const hash = createHash('sha256').update(fingerprint);
  const sources = await draft.selectFrom('sources').select(['file', 'hash']).orderBy('file').execute();
  const images = await draft.selectFrom('images').select(['src', 'hash']).orderBy('src').execute();
  for (const source of sources) hash.update(`\n${source.file} ${source.hash}`);
  for (const image of images) hash.update(`\n${image.src} ${image.hash}`);
  return hash.digest('hex').slice(0, nameLength);
}

/** Notes in a draft what it is called and which commit it was made from; writes nothing that is so already. */
export async function noteEdition(draft: Edition, name: string, commit: Commit | undefined): Promise<void> {
  const values: Record<string, string> = {
    edition: name,
    commit: commit ? JSON.stringify({ id: commit.id, committedAt: commit.committedAt }) : '',
  };
  for (const [key, value] of Object.entries(values)) {
    if ((await readMeta(draft, key)) !== value) await writeMeta(draft, key, value);
  }
}

/** The name of the edition that pages are made from. */
export async function currentEditionName(draft: Edition = edition()): Promise<string> {
  return (await readMeta(draft, 'edition')) ?? '';
}

/** The commit that an edition was made from, where that is known. */
export async function editionCommit(draft: Edition): Promise<Pick<Commit, 'id' | 'committedAt'> | undefined> {
  const text = await readMeta(draft, 'commit');
  if (!text) return undefined;
  const { id, committedAt }: { id: string; committedAt: string } = JSON.parse(text);
  return { id, committedAt: new Date(committedAt) };
}
