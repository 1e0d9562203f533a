import { execFileSync } from 'node:child_process';

/** A repository for tests, with an author of its own, whatever the machine's settings. */
export type Repository = {
  git: (...args: string[]) => string;
  /** Commits everything in the folder; `at` is ISO 8601. */
  commit: (at: string, message?: string) => string;
  /** Merges a branch with a commit of its own. */
  merge: (branch: string, at: string) => void;
};

/** @param folder where it is made; absolute */
export function openRepository(folder: string): Repository {
  const run = (args: string[], at = '2025-01-01T00:00:00Z') =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'An Editor',
        GIT_AUTHOR_EMAIL: 'editor@example.org',
        // The author's date is when it was written; what counts is when it came in.
        GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z',
        GIT_COMMITTER_NAME: 'An Editor',
        GIT_COMMITTER_EMAIL: 'editor@example.org',
        GIT_COMMITTER_DATE: at,
      },
    }).trim();
  run(['init', '--quiet', '--initial-branch=main']);
  return {
    git: (...args) => run(args),
    commit: (at, message = 'A change') => {
      run(['add', '--all'], at);
      run(['commit', '--quiet', '--allow-empty', `--message=${message}`], at);
      return run(['rev-parse', 'HEAD']);
    },
    merge: (branch, at) => void run(['merge', '--quiet', '--no-ff', '--message=Merge', branch], at),
  };
}
