import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A program that prints more than this is not what we asked for; in bytes. */
const maxOutput = 1_000_000_000;

/**
 * What git prints.
 *
 * @param folder where it runs; absolute
 * @throws Error with git's own words when it fails or is not installed
 */
export async function runGit(folder: string, args: string[]): Promise<string> {
  const { stdout } = await execute('git', ['-C', folder, ...args], {
    maxBuffer: maxOutput,
    // Paths as they are, messages that do not depend on the machine's language, no lock that an editor's git waits for.
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
  });
  return stdout;
}

/** Whether a folder is part of a git repository that has a commit; not so where git is not installed. */
export async function hasCommits(folder: string): Promise<boolean> {
  return (await currentCommit(folder)) !== undefined;
}

/** All 40 digits of the commit that a folder is at. */
export function currentCommit(folder: string): Promise<string | undefined> {
  return answerOf(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']);
}

/** What git prints, or undefined where it says no: with an exit status instead of an answer. */
export async function answerOf(folder: string, args: string[]): Promise<string | undefined> {
  try {
    return (await runGit(folder, args)).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (typeof error.code === 'number' || error.code === 'ENOENT')) {
      return undefined;
    }
    throw error;
  }
}
