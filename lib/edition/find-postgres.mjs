import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

/** The oldest that editions are kept in. */
const oldest = 15;

/** Where Debian keeps what is not on everybody's PATH, by version. */
const byVersion = '/usr/lib/postgresql';

/** The folder of initdb and postgres on this machine; undefined when there is none that is new enough. */
export function findPostgres() {
  const versions = existsSync(byVersion) ? readdirSync(byVersion).map((name) => path.join(byVersion, name, 'bin')) : [];
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...versions];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')) && versionOf(folder) >= oldest);
}

function versionOf(folder) {
  const { stdout } = spawnSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}
