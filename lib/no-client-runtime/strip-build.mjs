// The last step of `npm run build`: pages that Next rendered during the build lose their client scripts too.
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finishDocument } from './finish-document.cjs';

/** Where a build has them by then: Vercel's moves them; OpenNext's, and a folder that runs by itself, have a second copy. */
const folders = ['server/app', 'output', 'standalone/.next/server/app'];

let count = 0;
for (const folder of folders.map((name) => path.join(process.cwd(), '.next', name)).filter(existsSync)) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html'));
  for (const file of files) {
    const page = path.join(folder, file);
    await writeFile(page, finishDocument(await readFile(page, 'utf8')));
  }
  count += files.length;
}
if (count === 0)
  throw new Error('There is no page in .next to take the client runtime out of. Has “next build” moved them?');
console.log(`Took the client runtime out of ${count} pages.`);
