import { copyFile, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isPostgresAddress } from '../edition/engine-address.mjs';
import { copyEdition } from './copy-edition';

/** What starts the log before Next is loaded; Next knows nothing of it. */
const startFiles = ['lib/log/start-log.mjs', 'lib/log/json-log.mjs'];

/**
 * Completes the folder that `next build` makes with BUILD_STANDALONE: the site runs in it by `node server.js`, wherever the
 * folder is, also where nothing may be written.
 *
 * @param projectDir absolute path of the project, which was built
 * @param editionAddress absolute path of an SQLite file, which goes into the folder, or postgres://…, which does not
 * @param contentDir absolute path of the newsroom's folder, of which the pictures go into it
 * @returns absolute path of the folder
 */
export async function completeFolder(projectDir: string, editionAddress: string, contentDir: string): Promise<string> {
  const from = (...names: string[]) => path.join(projectDir, ...names);
  const folder = from('.next', 'standalone');
  const to = (...names: string[]) => path.join(folder, ...names);

  await cp(from('public'), to('public'), { recursive: true });
  await cp(from('.next', 'static'), to('.next', 'static'), { recursive: true });

  await rm(to('content'), { recursive: true, force: true });
  const names = await readdir(to('.slugline'));
  for (const name of names.filter((file) => file.startsWith('edition.db'))) await rm(to('.slugline', name));
  // In Postgres are the pictures, too.
  if (!isPostgresAddress(editionAddress)) {
    copyEdition(editionAddress, to('.slugline', 'edition.db'));
    await cp(path.join(contentDir, 'images'), to('content', 'images'), { recursive: true });
  }

  await rename(to('server.js'), to('next-server.js'));
  await copyFile(from('lib', 'standalone', 'server.mjs'), to('server.js'));
  await mkdir(to('lib', 'log'), { recursive: true });
  for (const file of startFiles) await copyFile(from(file), to(file));

  // Next takes them along; what they set may be secret, and is for the place where the site runs to say.
  for (const name of ['.env', '.env.production']) await rm(to(name), { force: true });
  // Where Next keeps resized pictures: a place to mount something that can be written.
  await mkdir(to('.next', 'cache'), { recursive: true });
  return folder;
}
