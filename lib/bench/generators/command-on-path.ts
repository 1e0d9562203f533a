import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The file that a command is started from; undefined when it is not on PATH. */
export function commandOnPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
