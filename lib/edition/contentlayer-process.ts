import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article, Author, Category, Page, Site } from 'contentlayer/generated';
import { isWholeYaml, type ContentKind } from '../content/content-file';
import type { Documents, StagedDocument } from './documents';

/** Contentlayer in a process of its own, started with the first documents and kept until `stop`. */
export class ContentlayerProcess {
  #projectDir: string;
  /** A folder of its own, so that a check and a publication do not get into each other's way. */
  #folder: string;
  #stage: string;
  #worker: ChildProcess | undefined;
  #output = '';

  /** @param projectDir where contentlayer.config.ts is; absolute */
  constructor(projectDir: string) {
    this.#projectDir = projectDir;
    this.#folder = path.join(projectDir, '.slugline', `contentlayer-${process.pid}-${randomUUID().slice(0, 8)}`);
    removeAbandoned(path.dirname(this.#folder));
    this.#stage = path.join(this.#folder, 'content');
  }

  /** Starts Contentlayer while other things are done: it takes most of two seconds. */
  warmUp(): void {
    mkdirSync(this.#stage, { recursive: true });
    this.#worker ??= this.#start();
  }

  /**
   * Runs a batch of documents through Contentlayer and reads back what it wrote. Contentlayer holds a batch in memory,
   * and its index repeats every body: callers keep a batch to some hundreds.
   *
   * @throws Error with what Contentlayer printed, when it refuses a document that our own checks let pass
   */
  async compile(batch: StagedDocument[]): Promise<Documents> {
    if (batch.length > 0) await this.#build(batch);
    const read = <T>(kind: ContentKind) =>
      Promise.all(batch.filter((document) => document.kind === kind).map((document) => this.#read<T>(document)));
    return {
      articles: await read<Article>('Article'),
      authors: await read<Author>('Author'),
      categories: await read<Category>('Category'),
      pages: await read<Page>('Page'),
      sites: await read<Site>('Site'),
    };
  }

  /** Where the types of documents are: they are made with the first documents, or now. */
  async typesFolder(): Promise<string> {
    await mkdir(this.#stage, { recursive: true });
    if (!existsSync(this.#generated('types.d.ts'))) await this.#run();
    return this.#generated();
  }

  async stop(): Promise<void> {
    this.#worker?.kill();
    this.#worker = undefined;
    await rm(this.#folder, { recursive: true, force: true });
  }

  #generated(...names: string[]): string {
    return path.join(this.#folder, '.contentlayer', 'generated', ...names);
  }

  async #build(batch: StagedDocument[]): Promise<void> {
    await rm(this.#stage, { recursive: true, force: true });
    try {
      for (const document of batch) await this.#write(document);
      await this.#run();
    } finally {
      await rm(this.#stage, { recursive: true, force: true });
    }
  }

  /** JSON is YAML, and leaves nothing to be read in two ways: dates stay texts, and yes stays a word. */
  async #write({ path: file, kind, data, body }: StagedDocument): Promise<void> {
    const target = path.join(this.#stage, file);
    await mkdir(path.dirname(target), { recursive: true });
    const fields = JSON.stringify(data);
    await writeFile(target, isWholeYaml(kind) ? fields : `---\n${fields}\n---\n${body}`);
  }

  #run(): Promise<void> {
    const worker = this.#worker ?? this.#start();
    this.#output = '';
    return new Promise((resolve, reject) => {
      const onDone = () => {
        worker.off('exit', onExit);
        resolve();
      };
      const onExit = (status: number | null) => {
        this.#worker = undefined;
        worker.off('message', onDone);
        reject(new Error(`Contentlayer stopped with status ${status}:\n${this.#output.trim()}`));
      };
      worker.once('message', onDone).once('exit', onExit);
      worker.send('build');
    });
  }

  #start(): ChildProcess {
    const worker = fork(path.join(this.#projectDir, 'lib/edition/contentlayer-worker.mjs'), {
      cwd: this.#folder,
      // Contentlayer writes below PWD.
      env: {
        ...process.env,
        PWD: this.#folder,
        SLUGLINE_STAGE: this.#stage,
        SLUGLINE_SCHEMA: path.join(this.#projectDir, 'contentlayer.config.ts'),
      },
      // Documents are short-lived: room for many of them saves a tenth of the time.
      execArgv: ['--max-semi-space-size=64'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    worker.stdout?.on('data', (chunk) => (this.#output += String(chunk)));
    worker.stderr?.on('data', (chunk) => (this.#output += String(chunk)));
    this.#worker = worker;
    return worker;
  }

  async #read<T>(document: StagedDocument): Promise<T> {
    const name = document.path.replace(/^(?=\d)/, '_').replaceAll('/', '__');
    const file = this.#generated(document.kind, `${name}.json`);
    const read: T = JSON.parse(await readFile(file, 'utf8'));
    await rm(file);
    return read;
  }
}

/** Removes the folders of compilers that were killed. */
function removeAbandoned(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) {
    const [, pid] = /^contentlayer-(\d+)-/.exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process runs, too.
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH';
  }
}
