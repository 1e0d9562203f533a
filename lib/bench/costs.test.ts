import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withCostTables } from './cost-page';
import { pagesMade, shapes, type Cost } from './costs';

function dollars(cost: Cost | undefined): number {
  if (!cost || 'reason' in cost) throw new Error('That shape has no price.');
  return cost.lines.reduce((sum, line) => sum + line.dollars, 0);
}

it('makes a page for every reader where few come, and each page once in its time where many do', () => {
  expect(pagesMade(1, 0.001)).toBeCloseTo(0.001, 4);
  expect(pagesMade(1, 1_000)).toBeCloseTo(1 / 15, 4);
  expect(pagesMade(1_000, 1_000_000)).toBeCloseTo(1_000 / 15, 0);
  expect(pagesMade(100_000, 1)).toBeGreaterThan(pagesMade(1_000, 1));
});

it('sums up a box and its traffic', () => {
  expect(dollars(shapes['One box']?.({ stories: 1_000, rate: 1 }))).toBe(7.55);
});

it('bills traffic beyond what is in the price', () => {
  // 2.63 billion pages of 52 kB are 136.76 TB; the box that sends them has 20 in its price.
  const cost = shapes['Several boxes, Postgres on one']?.({ stories: 1_000, rate: 1_000 });
  expect(dollars(cost)).toBeCloseTo(4 * 7.55 + (136.76 - 20) * 1.16, 1);
});

it('has no price for an edition that does not fit into a function', () => {
  const shape = shapes['Vercel, the edition in the bundle'];
  expect(shape?.({ stories: 8_150, rate: 1 })).toHaveProperty('lines');
  expect(shape?.({ stories: 8_151, rate: 1 })).toEqual({ reason: 'does not fit: 250 MB of 250' });
});

it('stands in docs/operators.md as it is reckoned', () => {
  const page = readFileSync('docs/operators.md', 'utf8');
  expect(page === withCostTables(page), 'Run “npm run costs”.').toBe(true);
});
