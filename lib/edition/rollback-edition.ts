import { affectedPaths, type AffectedPaths } from '../changes/affected-paths';
import { filesWithPictures, readPaperState } from '../changes/paper-state';
import { currentEditionName, editionCommit } from './edition-name';
import { readMeta } from './meta';
import { closeEdition, openEdition, type Edition } from './open-edition';
import { fingerprint } from './read-content';
import { inTransaction } from './transaction';
import { noteUnannounced, readUnannounced } from './unannounced';
import { latestPublication, undoPublication } from './undo';

export type RollbackResult = {
  /** As pages name it now. */
  edition: string;
  /** The commit that it was made from, where that is known. */
  commitId: string | undefined;
  /** When the publication was made that is taken back. */
  publishedAt: Date;
  /** The files that it had written. */
  files: string[];
  affected: AffectedPaths;
};

/**
 * Returns the edition to what it was before the latest publication, in one transaction. Content files stay as they are,
 * so that the next publication brings back what they hold then.
 *
 * @param editionAddress absolute
 * @param projectDir where the software is; absolute
 * @returns undefined where there is no publication to take back
 * @throws Error when other software wrote the edition
 */
export async function rollbackEdition(
  editionAddress: string,
  projectDir: string,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<RollbackResult | undefined> {
  const edition = openEdition(editionAddress);
  try {
    await refuseOtherSoftware(edition, projectDir);
    return await rollback(edition, dryRun);
  } finally {
    await closeEdition(edition);
  }
}

async function rollback(edition: Edition, dryRun: boolean): Promise<RollbackResult | undefined> {
  const now = new Date();
  let result: RollbackResult | undefined;
  await inTransaction(edition, async (draft) => {
    const latest = await latestPublication(draft);
    if (!latest) return false;
    const { id, publishedAt, publication } = latest;
    const { files, images } = publication;
    const touched = [...new Set([...files, ...(await filesWithPictures(draft, images))])];
    const before = await readPaperState(draft, touched, now);
    await undoPublication(draft, id, publication);
    const after = await readPaperState(draft, touched, now);
    await noteUnannounced(draft, await affectedPaths(draft, { files: touched, histories: files }, before, after, now));
    const affected = await readUnannounced(draft);
    const commitId = (await editionCommit(draft))?.id;
    result = { edition: await currentEditionName(draft), commitId, publishedAt, files, affected };
    return !dryRun;
  });
  return result;
}

/** Other software may keep other tables. */
async function refuseOtherSoftware(edition: Edition, projectDir: string): Promise<void> {
  const site = await readMeta(edition, 'site');
  if (site === undefined) throw new Error('There is no edition yet, so there is nothing to take back.');
  const { timeZone }: { timeZone: string } = JSON.parse(site);
  if ((await readMeta(edition, 'fingerprint')) === (await fingerprint(projectDir, timeZone))) return;
  throw new Error('Other software than this wrote the edition. Publish once with this one, or roll back with that.');
}
