import { expect, it } from 'vitest';
import { alignBlocks } from './aligned-blocks';

it('puts an edited passage next to what became of it, with new ones before and after', () => {
  const before = ['Same.', 'The port was closed on Monday.', 'Also the same.'];
  const after = ['Same.', 'A new beginning.', 'The port was closed on Friday.', 'Then it rained.', 'Also the same.'];
  expect(alignBlocks(before, after)).toEqual([
    { was: '', is: 'A new beginning.' },
    { was: 'The port was closed on Monday.', is: 'The port was closed on Friday.' },
    { was: '', is: 'Then it rained.' },
  ]);
});

it('does not pair passages that have little in common', () => {
  expect(alignBlocks(['Kites are banned.'], ['Rain fell all night.'])).toEqual([
    { was: 'Kites are banned.', is: '' },
    { was: '', is: 'Rain fell all night.' },
  ]);
});

it('loses no passage, however many there are', () => {
  const numbered = (word: string) => Array.from({ length: 150 }, (_, index) => `${word} ${index}`);
  const aligned = alignBlocks(numbered('old'), numbered('new'));
  expect(aligned.map(({ was }) => was).filter((text) => text !== '')).toEqual(numbered('old'));
  expect(aligned.map(({ is }) => is).filter((text) => text !== '')).toEqual(numbered('new'));
});

it('finds nothing where nothing changed', () => {
  expect(alignBlocks(['One.', 'Two.'], ['One.', 'Two.'])).toEqual([]);
});
