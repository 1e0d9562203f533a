import './load-env.mjs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { withPublishingLock } from '../edition/publishing-lock';
import { readSettings } from '../settings';
import { completeFolder } from '../standalone/complete-folder';

/** `npm run standalone`: the build, in a folder that runs by itself; see “In a container” in README.md. */
const { editionAddress, contentDir } = readSettings();
const env = { ...process.env, BUILD_STANDALONE: '1' };
const { status } = spawnSync('npm run --silent build', { shell: true, stdio: 'inherit', env });
if (status === 0) {
  const folder = await withPublishingLock(
    editionAddress,
    () => console.log('A publication is at work; waiting until it is done…'),
    () => completeFolder(process.cwd(), editionAddress, contentDir),
  );
  console.log(`The site is in ${path.relative('', folder)}, and runs there by “node server.js”.`);
} else {
  process.exitCode = status ?? 1;
}
