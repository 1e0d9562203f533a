import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { kindOf } from '../content/content-file';
import { listContent } from '../edition/read-content';

/** A file or folder as Keystatic lists them; folders come before what is in them. */
export type TreeEntry = { path: string; mode: '100644' | '040000'; type: 'blob' | 'tree'; sha: string };

/** The newsroom's files for the editor: a list of them, made anew for those that changed. */
export class ContentTree {
  #contentDir: string;
  #known = new Map<string, { stamp: string; sha: string }>();

  /** @param contentDir absolute */
  constructor(contentDir: string) {
    this.#contentDir = contentDir;
  }

  /** Everything that the contract speaks of; pictures, hidden files and symbolic links are left out. */
  async entries(): Promise<TreeEntry[]> {
    const folders = new Map<string, string[]>();
    const blobs: TreeEntry[] = [];
    for (const [file, stamp] of await listContent(this.#contentDir)) {
      if (!kindOf(file)) continue;
      const sha = await this.#shaOf(file, stamp);
      blobs.push({ path: file, mode: '100644', type: 'blob', sha });
      for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder)) {
        folders.set(folder, [...(folders.get(folder) ?? []), sha]);
      }
    }
    const trees = [...folders].map(([folder, shas]) => {
      const sha = createHash('sha1').update(folder).update(shas.join()).digest('hex');
      return { path: folder, mode: '040000', type: 'tree', sha } as const;
    });
    return [...trees, ...blobs].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  async #shaOf(file: string, stamp: string | null): Promise<string> {
    const known = this.#known.get(file);
    if (stamp !== null && known?.stamp === stamp) return known.sha;
    const sha = versionOf(file, await readFile(path.join(this.#contentDir, file)));
    if (stamp !== null) this.#known.set(file, { stamp, sha });
    return sha;
  }
}

/** The version of a file, by which the desk knows whether somebody else changed it: never the same for two files. */
export function versionOf(file: string, bytes: Uint8Array): string {
  return createHash('sha1').update(`${file}\n`).update(bytes).digest('hex');
}
