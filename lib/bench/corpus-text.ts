import type { Random } from './random';

/** What a made-up story says. */
export type StoryText = { title: string; summary: string; body: string; slugWords: string };

// Few enough sounds that no word comes out which means something in a language that readers know.
const onsets = ['b', 'br', 'd', 'dr', 'f', 'h', 'k', 'kl', 'l', 'm', 'n', 'r', 't', 'tr', 'v', 'w'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const codas = ['', 'l', 'm', 'n', 'nd', 'r', 'lt'];

/** In words; a reader of news meets about so many in a year. */
const vocabularySize = 30_000;

/** In words, at the median. */
const storyLength = 380;

const vocabulary = makeVocabulary();

/** Words without meaning, the most frequent the shortest. */
function makeVocabulary(): string[] {
  const words = new Set<string>();
  const pick = (list: string[], number: number) => list[number % list.length] ?? '';
  const syllables = onsets.length * vowels.length * codas.length;
  for (let number = 0; words.size < vocabularySize; number += 1) {
    let word = '';
    for (let rest = number; word === '' || rest > 0; rest = Math.floor(rest / syllables)) {
      // A prime step visits all syllables, neighbours far apart.
      const syllable = (rest * 397) % syllables;
      word += pick(onsets, syllable) + pick(vowels, Math.floor(syllable / onsets.length));
      word += pick(codas, Math.floor(syllable / onsets.length / vowels.length));
    }
    words.add(word);
  }
  return [...words];
}

/** @param earlier addresses of stories that it may link to */
export function storyText(random: Random, earlier: string[]): StoryText {
  const titleWords = Array.from({ length: random.between(5, 9) }, () => word(random));
  return {
    title: capital(titleWords.join(' ')),
    summary: sentence(random, random.between(12, 24)),
    body: body(random, earlier),
    slugWords: titleWords.slice(0, 3).join('-'),
  };
}

function body(random: Random, earlier: string[]): string {
  const length = Math.max(60, random.length(storyLength));
  const blocks: string[] = [];
  for (let words = 0; words < length;) {
    const paragraph = Array.from({ length: random.between(2, 4) }, () => sentence(random, random.between(9, 26)));
    if (earlier.length > 0 && random.chance(0.15)) paragraph.push(linkTo(random, earlier));
    const text = paragraph.join(' ');
    words += text.split(' ').length;
    blocks.push(text);
    if (words < length && random.chance(0.2)) blocks.push(`## ${capital(`${word(random)} ${word(random)}`)}`);
    else if (random.chance(0.08)) blocks.push(table(random));
    else if (random.chance(0.1)) blocks.push(list(random));
  }
  if (blocks.at(-1)?.startsWith('##')) blocks.push(sentence(random, 12));
  return `${blocks.join('\n\n')}\n`;
}

function linkTo(random: Random, earlier: string[]): string {
  const target = earlier[random.between(0, earlier.length - 1)];
  return `More in [${word(random)} ${word(random)}](${target}).`;
}

function table(random: Random): string {
  const columns = random.between(2, 5);
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const figures = () => Array.from({ length: columns }, () => random.between(1, 99_999).toLocaleString('en'));
  return [
    row([capital(word(random)), ...Array.from({ length: columns }, () => capital(word(random)))]),
    row(['---', ...Array.from({ length: columns }, () => '---:')]),
    ...Array.from({ length: random.between(3, 14) }, () => row([capital(word(random)), ...figures()])),
  ].join('\n');
}

/** Half of them are lists of factors, whose items begin with a bold label. */
function list(random: Random): string {
  const isFactors = random.chance(0.5);
  return Array.from({ length: random.between(3, 7) }, () => {
    const label = isFactors ? `**${capital(word(random))}.** ` : '';
    return `- ${label}${sentence(random, random.between(5, 18))}`;
  }).join('\n');
}

function sentence(random: Random, length: number): string {
  return `${capital(Array.from({ length }, () => word(random)).join(' '))}.`;
}

function word(random: Random): string {
  return vocabulary[random.rank(vocabulary.length)] ?? '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
