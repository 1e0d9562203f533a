import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { kindOf, type ContentKind } from './content/content-file';
import { ruleFor } from './content/field-rules';
import { readFrontMatter } from './content/front-matter';
import type { Newsroom } from './content/new-article';
import { listContent } from './edition/read-content';

/**
 * What a newsroom's folder offers a new story, and the time zone that its addresses are in.
 *
 * @param contentDir absolute
 * @throws Error with what to write, when there is no site.yaml, or no time zone in it
 */
export async function readNewsroom(contentDir: string): Promise<Newsroom> {
  const files = [...(await listContent(contentDir)).keys()];
  if (!files.includes('site.yaml')) throw new Error(`There is no site.yaml in ${contentDir}. Write it first.`);
  const { timeZone } = readFrontMatter(await readFile(path.join(contentDir, 'site.yaml'), 'utf8'), true).data;
  if (typeof timeZone !== 'string' || ruleFor('timeZone', 'string')?.(timeZone)) {
    throw new Error('site.yaml names no time zone. Write one of the IANA list, as in “timeZone: Asia/Seoul”.');
  }
  const filesOf = (kind: ContentKind) =>
    files.flatMap((file) => {
      const found = kindOf(file);
      return found?.kind === kind ? [{ file, slug: found.slug }] : [];
    });
  const authors = filesOf('Author').map(async ({ file, slug }) => {
    const { name } = readFrontMatter(await readFile(path.join(contentDir, file), 'utf8'), false).data;
    return { slug, name: typeof name === 'string' ? name : slug };
  });
  return { timeZone, authors: await Promise.all(authors), categories: filesOf('Category').map(({ slug }) => slug) };
}
