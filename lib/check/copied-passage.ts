import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { wordsOf } from '../edition/search-text';
import { isElement, isElementNamed } from '../mdx/elements';
import { readableText } from '../mdx/readable-text';

/** So many words in a row are no coincidence. */
const longestCoincidence = 25;

/** A quotation within a paragraph, in the marks of several languages; single ones are apostrophes too. */
const quoted = /“[^”]*”|"[^"\n]*"|«[^»]*»|„[^“”]*[“”]|「[^」]*」|『[^』]*』/g;

/**
 * The longest passage of more than 25 words that a story has word for word from a page, quotations apart; undefined for
 * none.
 *
 * @param tree the story's body; changed
 */
export function copiedPassage(tree: Root, html: string): { words: number; beginning: string } | undefined {
  takeOut(tree, 'blockquote', 'PullQuote');
  const page = fromHtml(html);
  takeOut(page, 'script', 'style', 'template');
  const runs = new Set(runsOf(wordsOf(toString(page))));
  let longest: string[] = [];
  for (const passage of readableText(tree).split(quoted)) {
    const words = wordsOf(passage);
    let start: number | undefined;
    const own = runsOf(words);
    for (let index = 0; index <= own.length; index += 1) {
      if (index < own.length && runs.has(own[index] ?? '')) {
        start ??= index;
        continue;
      }
      if (start !== undefined && index - start + longestCoincidence > longest.length) {
        longest = words.slice(start, index + longestCoincidence);
      }
      start = undefined;
    }
  }
  if (longest.length === 0) return undefined;
  return { words: longest.length, beginning: longest.slice(0, 10).join(' ') };
}

function takeOut(parent: Pick<Root, 'children'>, ...names: string[]): void {
  parent.children = parent.children.filter((child) => !isElementNamed(child, ...names));
  for (const child of parent.children) if (isElement(child)) takeOut(child, ...names);
}

/** Each run of one word more than a coincidence has. */
function runsOf(words: string[]): string[] {
  const length = longestCoincidence + 1;
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, index) => words.slice(index, index + length).join(' '));
}
