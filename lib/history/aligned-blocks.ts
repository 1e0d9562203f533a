import { diffArrays } from 'diff';

/** A passage before and after; one of the two is empty where it came or went. */
export type AlignedBlock = { was: string; is: string };

/** From this likeness on, of 1, two passages are versions of each other. */
const likeEnough = 0.4;
/** Comparing more passages than this with each other takes too long; in pairs. */
const maxPairs = 10_000;

/** The blocks of two texts that differ, in their order, each next to what became of it. */
export function alignBlocks(before: string[], after: string[]): AlignedBlock[] {
  const aligned: AlignedBlock[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const end = () => {
    aligned.push(...pairUp(removed, added));
    removed = [];
    added = [];
  };
  for (const { value, added: isAdded, removed: isRemoved } of diffArrays(before, after)) {
    if (isRemoved) removed = value;
    else if (isAdded) added = value;
    else end();
  }
  end();
  return aligned;
}

/** Of all ways to pair two lists in their order, the one whose pairs are the most alike. */
function pairUp(removed: string[], added: string[]): AlignedBlock[] {
  if (removed.length * added.length > maxPairs) return [...removed.map(gone), ...added.map(come)];
  const words = { was: removed.map(wordsOf), is: added.map(wordsOf) };
  // best[i][j]: how alike the lists are from i and j on.
  const best = removed.map(() => added.map(() => 0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const alike = (i: number, j: number) => likeness(words.was[i], words.is[j]);
  for (let i = removed.length - 1; i >= 0; i -= 1) {
    for (let j = added.length - 1; j >= 0; j -= 1) {
      const score = alike(i, j);
      const paired = score >= likeEnough ? score + at(i + 1, j + 1) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: AlignedBlock[] = [];
  let i = 0;
  let j = 0;
  while (i < removed.length || j < added.length) {
    const was = removed[i];
    const is = added[j];
    if (was !== undefined && is !== undefined && at(i, j) > Math.max(at(i + 1, j), at(i, j + 1))) {
      pairs.push({ was, is });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pairs.push(gone(was));
      i += 1;
    } else if (is !== undefined) {
      pairs.push(come(is));
      j += 1;
    }
  }
  return pairs;
}

function gone(was: string): AlignedBlock {
  return { was, is: '' };
}

function come(is: string): AlignedBlock {
  return { was: '', is };
}

/** How often each word stands in a text; in scripts without spaces, each character. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const words = text
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu);
  for (const word of words ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The share of words that two texts have in common, from 0 to 1 (Dice's coefficient). */
function likeness(one: Map<string, number> | undefined, other: Map<string, number> | undefined): number {
  if (!one || !other) return 0;
  let shared = 0;
  for (const [word, count] of one) shared += Math.min(count, other.get(word) ?? 0);
  const all = [...one.values(), ...other.values()].reduce((sum, count) => sum + count, 0);
  return all === 0 ? 1 : (2 * shared) / all;
}
