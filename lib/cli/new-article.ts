import './load-env.mjs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newArticle, type NewArticle } from '../content/new-article';
import { readNewsroom } from '../newsroom';
import { readSettings } from '../settings';

/** `npm run new -- "A headline"`: puts a draft where it belongs, and prints its path. */
try {
  const { contentDir } = readSettings();
  const article = newArticle(process.argv.slice(2).join(' '), await readNewsroom(contentDir), new Date());
  console.log(path.relative(process.cwd(), await writeNew(contentDir, article)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Writes the first copy whose name is free, also when two people ask at the same time. */
async function writeNew(contentDir: string, { fileFor, text }: NewArticle): Promise<string> {
  for (let copy = 1; ; copy++) {
    const file = path.join(contentDir, fileFor(copy));
    await mkdir(path.dirname(file), { recursive: true });
    try {
      await writeFile(file, text, { flag: 'wx' });
      return file;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
