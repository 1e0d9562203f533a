import { expect, test } from 'vitest';
import { decodeCharacterReferences } from './character-references';

test('named and numbered references become their characters', () => {
  expect(decodeCharacterReferences('Things&mdash;and R&amp;D &#8212; &#x2014;')).toBe('Things—and R&D — —');
});

test('what is no reference stays as it was written', () => {
  expect(decodeCharacterReferences('AT&T; Q&A &nosuch; &#0; &#xD800; &#9999999;')).toBe(
    'AT&T; Q&A &nosuch; &#0; &#xD800; &#9999999;',
  );
});
