import { spawn } from 'node:child_process';

/** A repository that is written in one stream, which takes a tenth of the time of `git add`. */
export class CommitStream {
  #folder: string;
  #git: ReturnType<typeof spawn> | undefined;
  #ended: Promise<void> | undefined;
  #hasCommit = false;

  /** @param folder where the files are, and the repository is made; absolute */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Begins a commit of some moment; what is added from now on belongs to it. */
  async begin(at: Date): Promise<void> {
    if (!this.#git) await this.#start();
    const seconds = Math.floor(at.getTime() / 1000);
    const from = this.#hasCommit ? '' : 'reset refs/heads/main\n';
    const message = `Stories of ${at.toISOString().slice(0, 7)}`;
    const who = `committer Bench <bench@example.org> ${seconds} +0000`;
    await this.#write(`${from}commit refs/heads/main\n${who}\ndata ${Buffer.byteLength(message)}\n${message}\n`);
    this.#hasCommit = true;
  }

  async add(name: string, text: string): Promise<void> {
    await this.#write(`M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  }

  /** Ends the last commit, and has git know that the files on disk are those. */
  async end(): Promise<void> {
    this.#git?.stdin?.end();
    await this.#ended;
    await git(this.#folder, ['read-tree', 'HEAD']);
    await git(this.#folder, ['update-index', '-q', '--refresh']);
  }

  async #start(): Promise<void> {
    await git(this.#folder, ['init', '--quiet', '--initial-branch=main']);
    this.#git = spawn('git', ['-C', this.#folder, 'fast-import', '--quiet'], { stdio: ['pipe', 'inherit', 'inherit'] });
    this.#ended = ended(this.#git, 'git fast-import');
  }

  async #write(text: string): Promise<void> {
    const stdin = this.#git?.stdin;
    if (!stdin) throw new Error('git fast-import has not begun.');
    if (!stdin.write(text)) await new Promise((resolve) => stdin.once('drain', resolve));
  }
}

async function git(folder: string, args: string[]): Promise<void> {
  await ended(spawn('git', ['-C', folder, ...args], { stdio: ['ignore', 'inherit', 'inherit'] }), `git ${args[0]}`);
}

function ended(child: ReturnType<typeof spawn>, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`${name} ended with status ${status}.`));
    });
  });
}
