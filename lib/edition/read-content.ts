import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { hashOf } from '../content/content-file';
import { fileStamp } from './file-stamp';

/** A file of content/ as it lies on disk: its path below the content folder, and the hash of its bytes. */
export type FileState = { path: string; hash: string; bytes: Uint8Array };

/** Files are read this many at a time. */
const readsAtOnce = 32;

/** The files of content/ by their path below it, in order, each with its stamp. */
export type ListedFiles = Map<string, string | null>;

/**
 * Every file below the content folder that the contract may speak of, pictures and hidden files apart.
 *
 * @param contentDir absolute path
 * @throws Error when the folder is not there
 */
export async function listContent(contentDir: string): Promise<ListedFiles> {
  const listedAt = Date.now();
  const entries = await readdir(contentDir, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new Error(`There is no folder ${contentDir}. Set CONTENT_DIR to the newsroom's folder.`);
    },
  );
  const below = contentDir.length + 1;
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).slice(below).split(path.sep).join('/'))
    .filter((file) => !file.startsWith('images/') && !/(^|\/)\./.test(file))
    .sort();
  const listed: ListedFiles = new Map();
  for (const file of files) {
    // Many small questions, each answered from memory: asked one after the other they take a tenth of the time.
    const stats = lstatSync(path.join(contentDir, file), { bigint: true, throwIfNoEntry: false });
    if (stats) listed.set(file, fileStamp(stats, listedAt));
  }
  return listed;
}

/** Reads and hashes files, many at once, and hands each to `visit` in no particular order. */
export async function readFiles(contentDir: string, files: string[], visit: (file: FileState) => void): Promise<void> {
  const queue = files.values();
  const reader = async () => {
    for (const file of queue) {
      const bytes = await readFile(path.join(contentDir, file));
      visit({ path: file, hash: hashOf(bytes), bytes });
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, reader));
}

/** The hash of each file's bytes, by its path. */
export async function hashFiles(contentDir: string, files: string[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  await readFiles(contentDir, files, ({ path: file, hash }) => hashes.set(file, hash));
  return hashes;
}

/**
 * A hash of everything but content that rows are made by: the schema, the MDX treatment, the edition's tables, the
 * history of stories, and the time zone that addresses depend on. Rows of another fingerprint are made anew.
 *
 * @param projectDir absolute path
 */
export async function fingerprint(projectDir: string, timeZone: string): Promise<string> {
  const folders = ['lib/mdx', 'lib/content', 'lib/edition', 'lib/history'];
  const listed = await Promise.all(
    folders.map(async (folder) => (await readdir(path.join(projectDir, folder))).map((file) => `${folder}/${file}`)),
  );
  const files = ['contentlayer.config.ts', ...listed.flat().sort()].filter(
    (file) => !/\.(test|fixture)\.ts$/.test(file),
  );
  const hash = createHash('sha256').update(timeZone);
  for (const file of files) hash.update(await readFile(path.join(projectDir, file)));
  return hash.digest('hex');
}

export type ImageFile = { src: string; file: string; size: number; modifiedAt: number };

/** The pictures of the paper, by the address that stories give them. */
export async function listImages(contentDir: string): Promise<ImageFile[]> {
  const folder = path.join(contentDir, 'images');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = entries.filter((entry) => entry.isFile() && /\.(avif|jpe?g|png|webp)$/i.test(entry.name));
  return Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const { size, mtimeMs } = await stat(file);
      const src = `/images/${path.relative(folder, file).split(path.sep).join('/')}`;
      return { src, file, size, modifiedAt: mtimeMs };
    }),
  );
}
