import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Every file below a folder, by its path from there with slashes; links to files are files, those to folders are not. */
export function filesBelow(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory() || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    files.set(path.relative(folder, file).split(path.sep).join('/'), file);
  }
  return files;
}
