import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ContentlayerProcess } from './contentlayer-process';
import type { Documents, StagedDocument } from './documents';

/** Each process holds some 400 MB while it works. */
const mostProcesses = 4;

/** Contentlayer, in as many processes as there are cores and batches at one time; kept until `stop`. */
export class DocumentCompiler {
  /** Batches that are compiled at one time. */
  readonly batchesAtOnce = Math.min(availableParallelism(), mostProcesses);
  #projectDir: string;
  #processes: ContentlayerProcess[] = [];
  #idle: ContentlayerProcess[] = [];
  #waiting: ((process: ContentlayerProcess) => void)[] = [];

  /** @param projectDir where contentlayer.config.ts is; absolute */
  constructor(projectDir: string) {
    this.#projectDir = projectDir;
  }

  /** Starts Contentlayer while other things are done: it takes most of two seconds. */
  warmUp(): void {
    if (this.#processes.length === 0) this.#idle.push(this.#start());
    this.#processes[0]?.warmUp();
  }

  /**
   * Runs a batch of documents through Contentlayer. Contentlayer holds a batch in memory, and its index repeats every
   * body: callers keep a batch to some hundreds, and have no more than `batchesAtOnce` under way.
   *
   * @throws Error with what Contentlayer printed, when it refuses a document that our own checks let pass
   */
  async compile(batch: StagedDocument[]): Promise<Documents> {
    if (batch.length === 0) return { articles: [], authors: [], categories: [], pages: [], sites: [] };
    const process = await this.#take();
    try {
      return await process.compile(batch);
    } finally {
      this.#giveBack(process);
    }
  }

  /**
   * Writes the types of documents to .contentlayer/generated, where the project's own code imports them from.
   *
   * @param isForced also when there are some already
   */
  async writeTypes({ isForced }: { isForced: boolean }): Promise<void> {
    const target = path.join(this.#projectDir, '.contentlayer', 'generated');
    if (!isForced && existsSync(path.join(target, 'types.d.ts'))) return;
    const process = await this.#take();
    try {
      const made = await process.typesFolder();
      await mkdir(target, { recursive: true });
      for (const file of ['types.d.ts', 'index.d.ts']) await copyFile(path.join(made, file), path.join(target, file));
    } finally {
      this.#giveBack(process);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.stop()));
    this.#processes = [];
    this.#idle = [];
  }

  async #take(): Promise<ContentlayerProcess> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#processes.length < this.batchesAtOnce) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(process: ContentlayerProcess): void {
    const next = this.#waiting.shift();
    if (next) next(process);
    else this.#idle.push(process);
  }

  #start(): ContentlayerProcess {
    const process = new ContentlayerProcess(this.#projectDir);
    this.#processes.push(process);
    return process;
  }
}
