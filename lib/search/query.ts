import { indexText, isUnspaced } from '../edition/search-text';

/** A word that every result holds, or words that stand together in it. */
export type SearchTerm = {
  /** As the index holds it. */
  text: string;
  isPhrase: boolean;
  /** The reader may not have written it to its end. */
  isUnfinished: boolean;
};

/** More than this many words say nothing more about what is looked for. */
const maxTerms = 12;

/** In characters. */
const maxLength = 400;

/** In letters. Shorter words are whole ones (“UN”, “war”), and as beginnings they match half the archive. */
const minPrefixLength = 4;

/** Quotation marks as languages write them. */
const quoted = /["“”„‟«»「」『』＂]([^"“”„‟«»「」『』＂]*)["“”„‟«»「」『』＂]|([^"“”„‟«»「」『』＂]+)/g;

/**
 * What a reader typed: words, the last of which may be unfinished, and phrases in quotation marks. All of FTS5's own syntax
 * is taken for plain text.
 */
export function readQuery(query: string): SearchTerm[] {
  const text = indexText(query.slice(0, maxLength));
  const terms: SearchTerm[] = [];
  for (const [, phrase, words] of text.matchAll(quoted)) {
    if (phrase !== undefined) {
      const together = wordsOf(phrase);
      if (together.length > 0) terms.push({ text: together.join(' '), isPhrase: true, isUnfinished: false });
      continue;
    }
    terms.push(...wordsOf(words ?? '').map((word) => ({ text: word, isPhrase: false, isUnfinished: false })));
  }
  const kept = terms.slice(0, maxTerms);
  const last = kept.at(-1);
  if (last && !last.isPhrase && !isUnspaced(last.text)) {
    last.isUnfinished = /[\p{L}\p{N}]$/u.test(text) && last.text.length >= minPrefixLength;
  }
  return kept;
}

/** Terms as an FTS5 expression: each must occur. */
export function matchExpression(terms: SearchTerm[]): string {
  return terms.map(({ text, isUnfinished }) => (isUnfinished ? `"${text}"*` : `"${text}"`)).join(' AND ');
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}\u200b]+/gu)?.filter((word) => /[\p{L}\p{N}]/u.test(word)) ?? [];
}
