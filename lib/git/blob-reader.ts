import { GitFailure } from './git-failure';
import { GitProcess } from './git-process';

const newline = 0x0a;

/** Reads the contents of files at any commit, with one git for all of them. */
export class BlobReader {
  #git: GitProcess;
  #chunks: AsyncIterator<Buffer>;
  #rest = Buffer.alloc(0);

  /** @param folder within the repository; absolute */
  constructor(folder: string) {
    this.#git = new GitProcess(folder, ['cat-file', '--batch']);
    this.#chunks = this.#git.output();
  }

  /**
   * The contents of some files, in their order; undefined for those that the repository does not hold. One call at a
   * time: git answers in order.
   *
   * @param ids as git names contents
   * @throws GitFailure
   */
  async read(ids: string[]): Promise<(Buffer | undefined)[]> {
    this.#git.write(ids.map((id) => `${id}\n`).join(''));
    const contents: (Buffer | undefined)[] = [];
    for (const id of ids) {
      const header = await this.#takeLine();
      const [, size] = /^\w+ blob (\d+)$/.exec(header) ?? [];
      if (size) contents.push((await this.#take(Number(size) + 1)).subarray(0, -1));
      else if (header === `${id} missing`) contents.push(undefined);
      else throw new GitFailure(`git cat-file answered “${header}” for ${id}.`);
    }
    return contents;
  }

  async close(): Promise<void> {
    await this.#git.done();
  }

  /** Ends it without waiting. */
  stop(): void {
    this.#git.stop();
  }

  async #takeLine(): Promise<string> {
    while (!this.#rest.includes(newline)) await this.#more();
    const end = this.#rest.indexOf(newline);
    const line = this.#rest.subarray(0, end).toString('utf8');
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  async #take(length: number): Promise<Buffer> {
    while (this.#rest.length < length) await this.#more();
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next();
    if (done) {
      await this.close();
      throw new GitFailure('git cat-file ended before it had answered.');
    }
    this.#rest = Buffer.concat([this.#rest, value]);
  }
}
