import { expect, it } from 'vitest';
import { wordDiff } from './word-diff';

/** kept -removed- +added+ […] */
function marked(before: string, after: string, locale = 'en'): string {
  return wordDiff(before, after, locale)
    .map((piece) => {
      if (piece.kind === 'gap') return '[…]';
      const mark = { kept: '', removed: '-', added: '+' }[piece.kind];
      return `${mark}${piece.text}${mark}`;
    })
    .join('');
}

it('marks whole words, and a number with its commas as one', () => {
  expect(marked('It drew 1,200 people.', 'It drew 1,400 people.')).toBe('It drew -1,200-+1,400+ people.');
});

it.each([
  ['ja', '東京で首相が会談した。', '大阪で首相が会談した。', '-東京-+大阪+で首相が会談した。'],
  ['ko', '서울에서 정상이 만났다.', '부산에서 정상이 만났다.', '-서울에서-+부산에서+ 정상이 만났다.'],
  ['el', 'Το λιμάνι έκλεισε χθες.', 'Το λιμάνι άνοιξε χθες.', 'Το λιμάνι -έκλεισε-+άνοιξε+ χθες.'],
])('knows the words of other scripts: %s', (locale, before, after, expected) => {
  expect(marked(before, after, locale)).toBe(expected);
});

it('joins changes that a short word keeps apart', () => {
  const rest = ' stayed in the harbour for the whole of a long and quiet night';
  expect(marked(`One ship of wood${rest}`, `Two boats of steel${rest}`)).toBe(
    `-One ship of wood-+Two boats of steel+${rest}`,
  );
});

it('shows a passage that was written anew as a whole', () => {
  expect(marked('The sea is calm and blue today.', 'Nobody expected any of this to be said.')).toBe(
    '-The sea is calm and blue today.-+Nobody expected any of this to be said.+',
  );
});

it('leaves out long stretches that did not change, at words', () => {
  const long = 'many quiet words that stay '.repeat(20);
  const found = marked(`Start ${long}middle ${long}end`, `Start ${long}centre ${long}end`);
  expect(found).toMatch(/^\[…\] .{20,90} -middle-\+centre\+ .{20,90} \[…\]$/);
});

it('shows what came and what went as a whole, and gives up on what would take seconds', () => {
  expect(marked('', 'New.')).toBe('+New.+');
  expect(marked('Old.', '')).toBe('-Old.-');
  const words = (step: number) => Array.from({ length: 4000 }, (_, index) => `w${(index * step) % 997}`).join(' ');
  expect(wordDiff(words(7919), words(104729), 'en').map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
