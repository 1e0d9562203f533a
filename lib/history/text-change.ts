import { alignBlocks } from './aligned-blocks';
import { meaningOf } from './meaning';
import { wordDiff, type Piece } from './word-diff';

/** What a reader can read of a version. */
export type ReadableText = { title: string; summary: string; blocks: string[] };

/** How one public version of a story differs from the one before. */
export type TextChange = {
  /** Only punctuation, spacing or case differ. */
  isTrivial: boolean;
  /** Empty where it stayed as it was. */
  title: Piece[];
  summary: Piece[];
  /** The passages that changed, each with the words around the change. */
  body: Piece[][];
};

/** @returns undefined where a reader would see no difference in the text */
export function textChange(before: ReadableText, after: ReadableText, locale: string): TextChange | undefined {
  const diff = (was: string, is: string) => (was === is ? [] : wordDiff(was, is, locale));
  const title = diff(before.title, after.title);
  const summary = diff(before.summary, after.summary);
  const body = alignBlocks(before.blocks, after.blocks).map(({ was, is }) => diff(was, is));
  if (title.length + summary.length + body.length === 0) return undefined;
  const isTrivial =
    meaningOf(before.title) === meaningOf(after.title) &&
    meaningOf(before.summary) === meaningOf(after.summary) &&
    meaningOf(before.blocks.join('\n')) === meaningOf(after.blocks.join('\n'));
  return { isTrivial, title, summary, body };
}
