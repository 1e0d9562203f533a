import { orderOf, shortId, type Commit } from '../git/commit';
import { currentCommit } from '../git/run-git';
import { editionCommit } from './edition-name';
import type { Edition } from './open-edition';

/**
 * Lets content pass only where it is not of an older commit than the edition.
 *
 * @throws Error with a sentence that names both commits, and the mend
 */
export async function refuseOlderCommit(
  edition: Edition,
  contentDir: string,
  commit: Commit | undefined,
): Promise<void> {
  const published = await editionCommit(edition);
  if (!commit || !published) return;
  const order = await orderOf(contentDir, commit, published);
  const [ours, theirs] = [shortId(commit.id), shortId(published.id)];
  if (order === 'older') {
    throw new Error(
      `The content is of commit ${ours}, older than ${theirs}, which is published. Pull the newer one, or publish with --force.`,
    );
  }
  if (order === 'apart') {
    throw new Error(
      `The content is of commit ${ours}, which does not follow ${theirs}, the published one. Merge that one, or publish with --force.`,
    );
  }
}

/** @throws Error when a commit came in while the content was read: some files may be of the one, some of the other */
export async function refuseMovedCommit(contentDir: string, commit: Commit | undefined): Promise<void> {
  if ((await currentCommit(contentDir)) !== commit?.id) {
    throw new Error('A commit came in while the content was read. Nothing was published: publish again.');
  }
}
