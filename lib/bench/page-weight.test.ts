import { expect, test } from 'vitest';
import { overBudget, type PageWeight } from './page-weight';

/** A page that keeps every budget to the byte. */
function makeWeight(differences: Partial<PageWeight> = {}): PageWeight {
  return {
    script: 6_000,
    style: 15_000,
    fonts: 100_000,
    pictures: 1_000_000,
    allButPictures: 150_000,
    requests: 12,
    preloadedFonts: 2,
    ...differences,
  };
}

test('a page may weigh what the budgets say', () => {
  expect(overBudget(makeWeight())).toEqual([]);
});

test('a page with more of anything is over its budget, and a sentence says by which', () => {
  expect(overBudget(makeWeight({ script: 6_001 }))).toEqual(['The page has 6001 bytes of script; 6000 are the most.']);
  expect(overBudget(makeWeight({ style: 15_001 }))).toHaveLength(1);
  expect(overBudget(makeWeight({ fonts: 100_001 }))).toHaveLength(1);
  expect(overBudget(makeWeight({ allButPictures: 150_001 }))).toHaveLength(1);
  expect(overBudget(makeWeight({ requests: 13 }))).toHaveLength(1);
  expect(overBudget(makeWeight({ preloadedFonts: 3 }))).toHaveLength(1);
});

test('every budget that is not kept is named', () => {
  expect(overBudget(makeWeight({ fonts: 120_000, allButPictures: 160_000, preloadedFonts: 3 }))).toEqual([
    'The page has 120000 bytes of fonts; 100000 are the most.',
    'The page has 160000 bytes without its pictures; 150000 are the most.',
    'The page has 3 fonts preloaded; 2 are the most.',
  ]);
});
