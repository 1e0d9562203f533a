import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hashOf } from '../content/content-file';
import { writeWhole } from '../write-file';

/** What became of a file. */
export type Written = 'new' | 'changed' | 'same' | 'kept' | 'removed';

/** The hash of a file that is planned, and may not be there. */
const notYet = '';

type Entry = { file: string; hash: string };

/**
 * The newsroom's folder, as an import writes into it. A ledger in content/.import says which file came of which post, and
 * what was written into it. So an import that runs again finds its files, changes nothing that did not change, and leaves
 * alone what an editor has worked on or taken away since.
 */
export class ImportFolder {
  readonly contentDir: string;
  #source: string;
  #entries: Map<string, Entry>;
  #taken: Set<string>;

  private constructor(contentDir: string, source: string, entries: Map<string, Entry>) {
    this.contentDir = contentDir;
    this.#source = source;
    this.#entries = entries;
    this.#taken = new Set([...entries.values()].map(({ file }) => file));
  }

  /**
   * @param contentDir absolute
   * @param source what is imported from, as in the name of the ledger
   */
  static async open(contentDir: string, source: string): Promise<ImportFolder> {
    const file = ledgerFile(contentDir, source);
    if (!existsSync(file)) return new ImportFolder(contentDir, source, new Map());
    const entries: Record<string, Entry> = JSON.parse(await readFile(file, 'utf8'));
    return new ImportFolder(contentDir, source, new Map(Object.entries(entries)));
  }

  /**
   * The file for something that is imported: the one that it had before, or the first that is free.
   *
   * @param key the same each time, as in `post 12`
   * @param wanted its path below the content folder; `copy` counts from 1
   */
  fileFor(key: string, wanted: (copy: number) => string): string {
    const known = this.#entries.get(key)?.file;
    if (known !== undefined) return known;
    for (let copy = 1; ; copy += 1) {
      const file = wanted(copy);
      if (this.#taken.has(file) || existsSync(this.#absolute(file))) continue;
      this.#taken.add(file);
      this.#entries.set(key, { file, hash: notYet });
      return file;
    }
  }

  /** Notes which file is to come of what, before any is written: an import that was stopped goes on where it was. */
  async notePlan(): Promise<void> {
    await this.#writeLedger();
  }

  /** Writes a file whole, or leaves it to whoever changed it since the last import. */
  async write(key: string, file: string, content: string | Uint8Array): Promise<Written> {
    const target = this.#absolute(file);
    const before = this.#entries.get(key);
    const hash = hashOf(content);
    const isThere = existsSync(target);
    if (!isThere && before && before.hash !== notYet) return 'removed';
    const current = isThere ? hashOf(await readFile(target)) : undefined;
    if (current !== undefined && current !== hash && current !== before?.hash) return 'kept';
    this.#entries.set(key, { file, hash });
    if (current === hash) return 'same';
    await writeWhole(target, content);
    return isThere ? 'changed' : 'new';
  }

  /** Writes the ledger, and what there is to say for people beside it. */
  async close(report: string): Promise<string> {
    const ledger = await this.#writeLedger();
    const readable = ledger.replace(/\.json$/, '.md');
    await writeWhole(readable, report);
    return readable;
  }

  async #writeLedger(): Promise<string> {
    const entries = Object.fromEntries([...this.#entries].sort(([a], [b]) => (a < b ? -1 : 1)));
    const ledger = ledgerFile(this.contentDir, this.#source);
    await writeWhole(ledger, `${JSON.stringify(entries, null, 1)}\n`);
    return ledger;
  }

  #absolute(file: string): string {
    const absolute = path.resolve(this.contentDir, file);
    if (!absolute.startsWith(this.contentDir + path.sep)) throw new Error(`${file} is not below ${this.contentDir}.`);
    return absolute;
  }
}

function ledgerFile(contentDir: string, source: string): string {
  return path.join(contentDir, '.import', `${source}.json`);
}
