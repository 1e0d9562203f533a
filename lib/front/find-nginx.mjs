import path from 'node:path';
import { succeeds } from '../cli/succeeds.mjs';

/** Where systems put it that do not have it on everybody's PATH. */
const furtherFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/nginx/sbin'];

/** The path of nginx on this machine; undefined when there is none that starts. */
export function findNginx() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...furtherFolders];
  return folders.map((folder) => path.join(folder, 'nginx')).find((file) => succeeds(file, ['-v']));
}
