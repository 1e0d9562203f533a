import { diffWords } from 'diff';

/** A stretch of text: in both versions, or in one of them. `gap` stands for kept text that was left out. */
export type Piece = { kind: 'kept' | 'removed' | 'added'; text: string } | { kind: 'gap' };

/** Beyond so many words removed and added the one text is no version of the other; finding out would take seconds. */
const maxEdits = 1500;
/** Kept text around a change, in characters: enough to know the sentence. */
const context = 90;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * What became of a text, word by word, in order. Words are what the language takes for words, so that scripts without
 * spaces are not compared as one long word, and 1,200 is one.
 *
 * @param locale a BCP 47 tag
 */
export function wordDiff(before: string, after: string, locale: string): Piece[] {
  const intlSegmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, intlSegmenter);
  const found = diffWords(before, after, { intlSegmenter, maxEditLength: maxEdits });
  const pieces = (found ?? []).map(({ value, added, removed }): Piece => {
    return { kind: added ? 'added' : removed ? 'removed' : 'kept', text: value };
  });
  if (pieces.length === 0 || keptShare(pieces) < leastKept) return wholes(before, after);
  return shorten(joinFragments(pieces));
}

/** With less than this share of its words kept, a passage reads better as a whole that went and a whole that came. */
const leastKept = 0.3;

function keptShare(pieces: Piece[]): number {
  let kept = 0;
  let all = 0;
  for (const piece of pieces) {
    if (piece.kind === 'gap') continue;
    all += piece.text.length;
    // Kept text stands in both versions.
    if (piece.kind === 'kept') {
      kept += 2 * piece.text.length;
      all += piece.text.length;
    }
  }
  return all === 0 ? 1 : kept / all;
}

function wholes(before: string, after: string): Piece[] {
  const pieces: Piece[] = [];
  if (before !== '') pieces.push({ kind: 'removed', text: before });
  if (after !== '') pieces.push({ kind: 'added', text: after });
  return pieces;
}

/**
 * Joins changes that only a short word or a comma keeps apart: a reader follows “the two ships” to “a few boats”, not
 * each word to another.
 */
function joinFragments(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  let removed = '';
  let added = '';
  const end = () => {
    joined.push(...wholes(removed, added));
    removed = '';
    added = '';
  };
  pieces.forEach((piece, index) => {
    if (piece.kind === 'gap') return;
    const isBetween = removed + added !== '' && index < pieces.length - 1;
    if (piece.kind === 'removed') removed += piece.text;
    else if (piece.kind === 'added') added += piece.text;
    else if (isBetween && removed !== '' && added !== '' && isFragment(piece.text)) {
      removed += piece.text;
      added += piece.text;
    } else {
      end();
      joined.push(piece);
    }
  });
  end();
  return joined;
}

function isFragment(text: string): boolean {
  return text.trim().length <= 3 && !/\n/.test(text);
}

/** Leaves out what is kept and far from any change. */
function shorten(pieces: Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => {
    if (piece.kind !== 'kept') return [piece];
    const head = index === 0 ? '' : start(piece.text);
    const tail = index === pieces.length - 1 ? '' : end(piece.text);
    // An ellipsis that stands for a few words only gets in the way.
    if (piece.text.length <= head.length + tail.length + context) return [piece];
    const parts: Piece[] = [{ kind: 'kept', text: head }, { kind: 'gap' }, { kind: 'kept', text: tail }];
    return parts.filter((part) => part.kind !== 'kept' || part.text !== '');
  });
}

/** The first words of a text; in a script without spaces, its first characters. */
function start(text: string): string {
  const cut = text.slice(0, context);
  const space = cut.lastIndexOf(' ');
  return space > context / 2 ? cut.slice(0, space + 1) : cut;
}

function end(text: string): string {
  const cut = text.slice(-context);
  const space = cut.indexOf(' ');
  return space !== -1 && space < context / 2 ? cut.slice(space) : cut;
}
