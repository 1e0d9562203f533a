import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { GitFailure } from '../git/git-failure';
import { runGit } from '../git/run-git';

/** Where a content folder stands in git. */
export type Branch = {
  /** The commit that is checked out. */
  head: string;
  /** Commits whose parents were not fetched, in order; empty where the clone is whole. */
  cutOff: string[];
};

/**
 * @param folder absolute
 * @returns undefined where there is no git, no repository or no commit
 * @throws GitFailure when git refuses to say
 */
export async function readBranch(folder: string): Promise<Branch | undefined> {
  const head = await ask(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (!head) return undefined;
  const isShallow = await ask(folder, ['rev-parse', '--is-shallow-repository']);
  if (isShallow !== 'true') return { head, cutOff: [] };
  const list = path.resolve(folder, (await ask(folder, ['rev-parse', '--git-path', 'shallow'])) ?? '');
  return { head, cutOff: (await readFile(list, 'utf8')).trim().split('\n').sort() };
}

/** Whether a branch that is at `to` was at `from` before, as its first parents tell. */
export async function wasAt(folder: string, from: string, to: string): Promise<boolean> {
  const since = await ask(
    folder,
    ['rev-list', '--first-parent', '--parents', `${from}..${to}`],
    /bad|unknown|invalid/i,
  );
  const [, parent] = since?.split('\n').at(-1)?.split(' ') ?? [];
  return parent === from;
}

/** What git prints, or undefined for the answer that it has nothing of the kind. */
async function ask(folder: string, args: string[], nothing = /not a git repository/): Promise<string | undefined> {
  try {
    return (await runGit(folder, args)).trim();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT') return undefined;
    const complaint = 'stderr' in error ? String(error.stderr) : '';
    if (typeof error.code === 'number' && (complaint === '' || nothing.test(complaint))) return undefined;
    throw new GitFailure(complaint.trim() || error.message);
  }
}
