/** Takes the place of a character that nobody searches by; within a word, the index passes over it. */
const nothing = '\u0301';

/** Between characters of scripts that set no spaces, so that each is a word to the index: any run of them is found. */
const border = '\u200b';

const letters: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々';

const besideUnspaced = new RegExp(`[${unspaced}](?=[\\p{L}\\p{N}])|[\\p{L}\\p{N}](?=[${unspaced}])`, 'gu');

/**
 * A text as it is searched by: forms of Arabic letters that writers mix are one, its vowel signs and its stretching are
 * passed over, and full-width letters and digits are plain ones. Case and accents are the index's own matter.
 *
 * @returns a text of the same length as the one that was given in Unicode's form C, so that places in it are the same
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[أإآٱةىیک]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\u064b-\u065f\u0670\u0640\uff9e\uff9f]/g, nothing)
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\uff01-\uff9d]/g, (wide) => (wide.normalize('NFKC').length === 1 ? wide.normalize('NFKC') : wide));
}

/** A text as the index holds it. */
export function indexText(text: string): string {
  return foldText(text).replace(besideUnspaced, (character) => character + border);
}

/** The words of a text, in their order; each character of scripts without spaces is one. */
export function wordsOf(text: string): string[] {
  return (
    indexText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Takes the borders out again: what is left has the length of the text in form C. */
export function withoutBorders(text: string): string {
  return text.replaceAll(border, '');
}

/** Whether a text holds characters that are each a word to the index. */
export function isUnspaced(text: string): boolean {
  return text.includes(border);
}

/** A word, or a text, without capitals and accents. */
export function plainWord(word: string): string {
  return foldText(word).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * A text in plain words alone, as FTS5 would take it apart: the parser of Postgres makes addresses and compounds of signs.
 */
export function wordsAlone(text: string): string {
  return wordsOf(plainWord(text)).join(' ');
}

/** In letters: shorter ones are mistyped into each other, and longer ones are none. */
const wordLength = { min: 3, max: 30 };

/** The words of a text that readers may mistype, each once; not those of scripts without spaces. */
export function plainWords(text: string): Set<string> {
  const words = plainWord(text).match(/\p{L}+/gu) ?? [];
  return new Set(
    words.filter(
      (word) => word.length >= wordLength.min && word.length <= wordLength.max && !isUnspaced(indexText(word)),
    ),
  );
}
