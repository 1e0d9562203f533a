import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { guideFiles } from '../guide/guide-files';

/** `npm run guide`: writes the style guide of the sample paper, and what VS Code knows of the contract. */
for (const [file, text] of Object.entries(guideFiles())) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(file);
}
