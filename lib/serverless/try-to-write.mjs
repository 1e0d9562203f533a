import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether this process can write into a folder; with a function's it must not.
 *
 * @param {string} folder
 */
export function tryToWrite(folder) {
  const file = path.join(folder, 'written');
  try {
    writeFileSync(file, '');
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return false;
    throw error;
  }
  rmSync(file);
  return true;
}
