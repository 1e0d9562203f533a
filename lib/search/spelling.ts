import { distance } from 'fastest-levenshtein';
import { edition } from '../edition/open-edition';
import { isUnspaced, plainWord } from '../edition/search-text';
import { countHolding } from './matching';
import type { SearchTerm } from './query';

/** In letters; of shorter words, every other is near. */
const minWordLength = 4;

/** In letters that are wrong, missing, too many or in each other's place. */
const mostMistakes = { short: 1, long: 2 };

/** In words that are equally near. */
const mostCompared = 20;

/** In stories; beyond that, both words are common. */
const mostCounted = 1_000;

/** A word that no story holds, and the one that was looked for instead, without capitals and accents. */
export type Correction = { typed: string; word: string };

/**
 * Mends words that no story holds, as far as some story holds one that differs by a letter or two: the nearest, and of
 * several the one that most stories hold.
 */
export async function correctSpelling(
  terms: SearchTerm[],
): Promise<{ terms: SearchTerm[]; corrections: Correction[] }> {
  const corrections: Correction[] = [];
  const mended: SearchTerm[] = [];
  for (const term of terms) {
    const word = canBeMended(term) && !(await isFound(term)) ? await nearestWord(plainWord(term.text)) : undefined;
    if (word !== undefined) corrections.push({ typed: term.text, word });
    mended.push(word === undefined ? term : { text: word, isPhrase: false, isUnfinished: false });
  }
  return { terms: mended, corrections };
}

function canBeMended({ text, isPhrase }: SearchTerm): boolean {
  return !isPhrase && !isUnspaced(text) && text.length >= minWordLength && /^[\p{L}\p{M}]+$/u.test(text);
}

async function isFound(term: SearchTerm): Promise<boolean> {
  return (await countHolding([term], 1)) > 0;
}

async function nearestWord(typed: string): Promise<string | undefined> {
  const most = typed.length > minWordLength ? mostMistakes.long : mostMistakes.short;
  // Few words are mistaken at both ends.
  const rows = await edition()
    .selectFrom('search_words')
    .select('word')
    .where('length', '>=', typed.length - most)
    .where('length', '<=', typed.length + most)
    .where(({ eb, or }) => or([eb('word', 'like', `${typed.slice(0, 1)}%`), eb('word', 'like', `%${typed.slice(-3)}`)]))
    .execute();
  const near = rows
    .map(({ word }) => ({ word, mistakes: mistakesIn(typed, word) }))
    .filter(({ mistakes }) => mistakes <= most);
  const least = Math.min(...near.map(({ mistakes }) => mistakes));
  let best: { word: string; stories: number } | undefined;
  for (const { word } of near.filter(({ mistakes }) => mistakes === least).slice(0, mostCompared)) {
    const stories = await countHolding([{ text: word, isPhrase: false, isUnfinished: false }], mostCounted);
    if (stories > (best?.stories ?? 0)) best = { word, stories };
  }
  return best?.word;
}

/** In letters; two neighbours that changed places are one mistake. */
function mistakesIn(typed: string, word: string): number {
  const mistakes = distance(typed, word);
  if (mistakes !== 2 || typed.length !== word.length) return mistakes;
  const first = [...typed].findIndex((letter, index) => letter !== word[index]);
  return typed[first] === word[first + 1] && typed[first + 1] === word[first] ? 1 : mistakes;
}
