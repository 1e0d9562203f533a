/**
 * A text without what a small edit may change: case, spacing, and punctuation. Whatever makes another number or another
 * quantity of it stays: what is between two digits (1.5, 9:30, 10 000), a mark before a digit (-5, .5), and the marks
 * that are read as words (%, &, #, @, §, /).
 */
export function meaningOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(smallMarks, (_, kept: string | undefined) => kept ?? '');
}

const smallMarks = /((?<=\p{N})[\p{P} ]+(?=\p{N})|(?<![\p{L}\p{N}])[-.,](?=\p{N})|[%‰&#@§/])|[\p{P}\p{Cf} ]/gu;
