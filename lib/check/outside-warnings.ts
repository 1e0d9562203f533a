import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readFrontMatter } from '../content/front-matter';
import type { Problem } from '../content/problem';
import type { Edition } from '../edition/open-edition';
import { compileBody } from '../mdx/compile-body';
import { askOutside, type OutsideAnswer } from './ask-outside';
import { copiedPassage } from './copied-passage';

/** An address of another site, and where content names it. */
export type OutsideRef = { file: string; target: string; line: number; column: number; isSource: boolean };

/** Every address of another site that content names, but for mail and telephones. */
export async function readOutsideRefs(draft: Edition): Promise<OutsideRef[]> {
  const rows = await draft
    .selectFrom('refs')
    .selectAll()
    .where('kind', 'in', ['outside', 'source'])
    .orderBy('file')
    .orderBy('line')
    .execute();
  return rows.map(({ kind, target, ...place }) => ({
    ...place,
    target: target.replace(/#.*$/, ''),
    isSource: kind === 'source',
  }));
}

/**
 * Asks for addresses of other sites, and tells which do not answer, and which stories hold a passage of their primary
 * source word for word.
 *
 * @param contentDir absolute
 * @throws Error when there is more than one address and not one host is known: this machine is not online
 */
export async function outsideWarnings(
  refs: OutsideRef[],
  contentDir: string,
  nameOf: (file: string) => string,
): Promise<Problem[]> {
  const places = new Map<string, OutsideRef[]>();
  for (const ref of refs) places.set(ref.target, [...(places.get(ref.target) ?? []), ref]);
  const warnings: Problem[] = [];
  let unknown = 0;
  const isSource = (address: string) => places.get(address)?.some((ref) => ref.isSource) ?? false;
  await askOutside([...places.keys()], isSource, async (address, { mistake, isUnknown, html }: OutsideAnswer) => {
    if (isUnknown) unknown += 1;
    for (const { file, line, column, isSource } of places.get(address) ?? []) {
      const place = { file: nameOf(file), line, column };
      if (mistake)
        warnings.push({ ...place, message: `${address} ${mistake}. Correct the address, or lead elsewhere.` });
      const copied = isSource && html ? copiedPassage(await bodyOf(path.join(contentDir, file)), html) : undefined;
      if (copied) {
        const message = `${copied.words} words in a row are those of the primary source, from “${copied.beginning} …” on. Tell it in your own words, or quote it.`;
        warnings.push({ ...place, message });
      }
    }
  });
  if (unknown > 1 && unknown === places.size) {
    throw new Error('Not one host of the addresses outside is known. Is this machine online?');
  }
  return warnings;
}

async function bodyOf(file: string) {
  return compileBody(readFrontMatter(await readFile(file, 'utf8'), false).body).tree;
}
