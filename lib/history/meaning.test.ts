import { expect, it } from 'vitest';
import { meaningOf } from './meaning';

it.each([
  ['“Calm”, he said.', '"Calm" he said!'],
  ['a ten-year plan', 'A ten year plan'],
  ['It’s so', 'Its so'],
  ['10-12 June', '10–12 June'],
  ['10 000', '10\u00a0000'],
  ['one\ntwo', 'one two'],
  ['café', 'cafe\u0301'],
  ['東京。', '東京'],
])('%j and %j mean the same', (one, other) => {
  expect(meaningOf(one)).toBe(meaningOf(other));
});

it.each([
  ['1.5 million', '15 million'],
  ['1.500', '1,500'],
  ['-5 degrees', '5 degrees'],
  ['.5', '5'],
  ['5% of it', '5 of it'],
  ['9:30', '930'],
  ['1 5', '15'],
  ['10 000', '1 0000'],
  ['$5', '€5'],
  ['R&D', 'RD'],
  ['2024', '2025'],
  ['now', 'know'],
  ['e\u0301t\u00e9', 'ete'],
])('%j and %j do not', (one, other) => {
  expect(meaningOf(one)).not.toBe(meaningOf(other));
});
