import { wordsOf } from './search-text';

/*
 * Stories that say nearly the same, found without comparing each with each: MinHash over runs of words, in bands (Broder,
 * “On the resemblance and containment of documents”, 1997). Two stories that share nine of ten runs share a band in
 * nearly every case, those that share half in one of three, and those about the same matter in none.
 */

/** Words in a run. */
const runLength = 5;

/** A text of fewer runs is like many others. */
const fewestRuns = 8;

const bands = 6;
const hashesInBand = 4;

/** Odd factors, each of which makes an order of its own of all runs. */
const orders = Array.from({ length: bands * hashesInBand }, (_, index) => mix(index + 1) | 1);

/** The runs of words in a text, as numbers. */
export function runsOf(text: string): Set<number> {
  const hashes = wordsOf(text).map(hashOfWord);
  const runs = new Set<number>();
  for (let start = 0; start + runLength <= hashes.length; start += 1) {
    let run = 0;
    for (let place = 0; place < runLength; place += 1) run = mix(Math.imul(run, 31) + (hashes[start + place] ?? 0));
    runs.add(run);
  }
  return runs;
}

/** Numbers by which stories like each other meet: they share one at least. None for a short text. */
export function bandsOf(text: string): number[] {
  const runs = runsOf(text);
  if (runs.size < fewestRuns) return [];
  const lowest = orders.map((order) => {
    let least = 0xffffffff;
    for (const run of runs) least = Math.min(least, mix(Math.imul(run, order)) >>> 0);
    return least;
  });
  return Array.from({ length: bands }, (_, band) => {
    const own = lowest.slice(band * hashesInBand, (band + 1) * hashesInBand);
    const hash = own.reduce((sum, least) => mix(Math.imul(sum, 31) + least), band) >>> 0;
    return band * 2 ** 32 + hash;
  });
}

/** How much of two texts is the same, from 0 to 1: runs that both have, of all that they have. */
export function likeness(one: string, other: string): number {
  const [runs, others] = [runsOf(one), runsOf(other)];
  const shared = [...runs].filter((run) => others.has(run)).length;
  const all = runs.size + others.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** FNV-1a. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}

/** The last step of MurmurHash3: every bit depends on every other. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
