import path from 'node:path';
import { succeeds } from '../cli/succeeds.mjs';

/** The path of redis-server on this machine; undefined when there is none that starts. */
export function findRedis() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, 'redis-server')).find((file) => succeeds(file, ['--version']));
}
