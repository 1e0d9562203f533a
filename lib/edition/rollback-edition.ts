import { affectedPaths, type AffectedPaths } from './affected-paths';
import { currentEditionName } from './edition-name';
import { closeEdition, openEdition, type Edition } from './open-edition';
import { filesWithPictures, readPaperState } from './paper-state';
import { inTransaction } from './transaction';
import { noteUnannounced } from './unannounced';
import { latestPublication, undoPublication } from './undo';

export type RollbackResult = {
  /** As pages name it now. */
  edition: string;
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
 * @param editionFile absolute
 * @returns undefined where there is no publication to take back
 */
export async function rollbackEdition(
  editionFile: string,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<RollbackResult | undefined> {
  const edition = openEdition(editionFile);
  try {
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
    const affected = await affectedPaths(draft, { files: touched, histories: files }, before, after, now);
    await noteUnannounced(draft, affected);
    result = { edition: await currentEditionName(draft), publishedAt, files, affected };
    return !dryRun;
  });
  return result;
}
