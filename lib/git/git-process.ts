import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitFailure } from './git-failure';

/** Git running in a folder, for what is too long to be read at once. */
export class GitProcess {
  #command: string;
  #child: ChildProcessWithoutNullStreams;
  #errors = '';
  #ended: Promise<number | null>;

  /** @param folder where it runs; absolute */
  constructor(folder: string, args: string[]) {
    this.#command = args.find((arg) => /^[a-z]/.test(arg) && !arg.includes('=')) ?? '';
    this.#child = spawn('git', ['-C', folder, ...args], {
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    });
    this.#child.stderr.on('data', (chunk) => (this.#errors += String(chunk)));
    // A git that ended does not read: what it said, and its status, come from `done`.
    this.#child.stdin.on('error', () => {});
    this.#ended = new Promise((resolve, reject) => this.#child.once('close', resolve).once('error', reject));
    // Those who wait for `done` are told; nobody may be waiting yet.
    this.#ended.catch(() => {});
  }

  write(text: string): void {
    this.#child.stdin.write(text);
  }

  /** Everything that it prints, as it comes. */
  output(): AsyncIterator<Buffer> & AsyncIterable<Buffer> {
    return this.#child.stdout.iterator({ destroyOnReturn: false });
  }

  /**
   * Waits for its end.
   *
   * @throws GitFailure when it failed
   */
  async done(): Promise<void> {
    this.#child.stdin.end();
    const status = await this.#ended;
    if (status !== 0) {
      throw new GitFailure(`git ${this.#command} failed with status ${status}. ${this.#errors.trim()}`);
    }
  }

  /** Ends it, wherever it is; nothing happens when it has ended. */
  stop(): void {
    this.#child.kill();
  }
}
