// The last step of `npm run build`: pages that Next rendered during the build lose their client scripts too.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finishDocument } from './finish-document.cjs';

const folder = path.join(process.cwd(), '.next', 'server', 'app');
const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html'));
for (const file of files) {
  const page = path.join(folder, file);
  await writeFile(page, finishDocument(await readFile(page, 'utf8')));
}
console.log(`Took the client runtime out of ${files.length} pages.`);
