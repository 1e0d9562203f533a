import { lstatSync } from 'node:fs';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file, and its folder where there is none. Others see the file as it was or as it is, and never a part of it; who
 * may read it stays as it was.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  // Hidden, since what is in the newsroom's folder otherwise is content.
  const unfinished = path.join(folder, `.${path.basename(file)}.unfinished-${process.pid}`);
  const mode = lstatSync(file, { throwIfNoEntry: false })?.mode;
  await writeFile(unfinished, content);
  if (mode !== undefined) await chmod(unfinished, mode);
  await rename(unfinished, file);
}

/**
 * Writes a file, and its folder where there is none, unless there is one of that name already: also when two ask at the
 * same time.
 *
 * @returns whether it was written
 */
export async function writeNew(file: string, content: string | Uint8Array): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return false;
  }
}
