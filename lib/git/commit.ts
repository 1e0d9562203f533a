import { answerOf, runGit } from './run-git';

/** The commit that a content folder is at. */
export type Commit = {
  /** All 40 digits. */
  id: string;
  committedAt: Date;
  /** The first line of its message. */
  subject: string;
  /** Files below the folder that differ from the commit, or that it does not know; by their path below the folder. */
  uncommitted: string[];
};

/** @returns undefined where there is no git, no repository or no commit */
export async function readCommit(folder: string): Promise<Commit | undefined> {
  const head = await answerOf(folder, ['log', '-1', '--format=%H%n%ct%n%s', 'HEAD']);
  if (head === undefined) return undefined;
  const [id = '', seconds = '', subject = ''] = head.split('\n');
  const status = await runGit(folder, ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '.']);
  const prefix = (await runGit(folder, ['rev-parse', '--show-prefix'])).trim();
  const uncommitted = status
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.slice(3).replace(prefix, ''));
  return { id, committedAt: new Date(Number(seconds) * 1000), subject, uncommitted };
}

/** A commit as people name it. */
export function shortId(id: string): string {
  return id.slice(0, 7);
}

/** How a commit stands to one that was published. */
export type Order = 'same' | 'newer' | 'older' | 'apart';

/**
 * Where the history at hand reaches back far enough it decides; in a shallow clone the dates do.
 *
 * @param folder the content folder, which is at `head`
 */
export async function orderOf(
  folder: string,
  head: Pick<Commit, 'id' | 'committedAt'>,
  published: Pick<Commit, 'id' | 'committedAt'>,
): Promise<Order> {
  if (head.id === published.id) return 'same';
  const isAncestor = async (older: string, newer: string) =>
    (await answerOf(folder, ['merge-base', '--is-ancestor', older, newer])) !== undefined;
  if (await isAncestor(published.id, head.id)) return 'newer';
  if (await isAncestor(head.id, published.id)) return 'older';
  const isKnown = (await answerOf(folder, ['cat-file', '-e', `${published.id}^{commit}`])) !== undefined;
  const isShallow = (await answerOf(folder, ['rev-parse', '--is-shallow-repository'])) === 'true';
  if (isKnown && !isShallow) return 'apart';
  return head.committedAt < published.committedAt ? 'older' : 'newer';
}
