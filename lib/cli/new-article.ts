import './load-env.mjs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { kindOf, type ContentKind } from '../content/content-file';
import { ruleFor } from '../content/field-rules';
import { readFrontMatter } from '../content/front-matter';
import { newArticle, type NewArticle, type Newsroom } from '../content/new-article';
import { listContent } from '../edition/read-content';
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

async function readNewsroom(contentDir: string): Promise<Newsroom> {
  const files = [...(await listContent(contentDir)).keys()];
  if (!files.includes('site.yaml')) throw new Error(`There is no site.yaml in ${contentDir}. Write it first.`);
  const { timeZone } = readFrontMatter(await readFile(path.join(contentDir, 'site.yaml'), 'utf8'), true).data;
  if (typeof timeZone !== 'string' || ruleFor('timeZone', 'string')?.(timeZone)) {
    throw new Error('site.yaml names no time zone. Write one of the IANA list, as in “timeZone: Asia/Seoul”.');
  }
  const slugsOf = (kind: ContentKind) =>
    files.map((file) => kindOf(file)).flatMap((found) => (found?.kind === kind ? [found.slug] : []));
  return { timeZone, authors: slugsOf('Author'), categories: slugsOf('Category') };
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
