import { expect, it } from 'vitest';
import { growthChart } from './chart';
import { percentile } from './figures';
import { printReport, type BenchResult } from './report';

const result: BenchResult = {
  measuredAt: '2026-11-24T12:00:00.000Z',
  machine: { processor: 'A processor', cores: 2, memoryGb: 24, system: 'Linux 6', node: '20.20.0' },
  commit: 'abc1234',
  front: [
    { page: 'front page', measured: { staticPerSecond: 90_000, frontPerSecond: 60_000, ratio: 2 / 3, rounds: [] } },
    { page: 'front page, compressed', measured: { reason: 'There is no wrk on this machine.' } },
  ],
  lighthouse: [{ page: 'article', path: '/a', figures: { score: 99, fcp: 900, lcp: 1_300.4, tbt: 0, cls: 0 } }],
  nextPage: { rested: 40.2, struck: 120, without: 300 },
  sizes: [1_000, 10_000].map((size) => ({
    size,
    figures: { coldSeconds: size / 60, editSeconds: 2, searchP95: 40 },
    queries: [{ page: 'front page', slowest: 1, all: 3, statements: 9 }],
    weights: [
      {
        page: 'article',
        path: '/a',
        weight: {
          script: 1_234,
          style: 9_000,
          fonts: 0,
          pictures: 50_000,
          allButPictures: size + 40_000,
          requests: 4,
          preloadedFonts: 2,
        },
      },
    ],
    generators: [
      { name: 'Hugo', version: '1', coldSeconds: size / 30, editSeconds: 5, peakMemory: 1e9, outputBytes: 1, pages: 1 },
      { name: 'Astro', reason: 'It is not installed.' },
    ],
  })),
};

it('names the machine, and says which figures miss their goal', () => {
  const report = printReport(result);
  expect(report).toContain('2 cores of A processor, 24 GB of memory');
  expect(report).toContain('| Cold edition | 16.7 s | **167 s**, missed | 150 s at 10,000, 1,500 s at 100,000 |');
  expect(report).toContain('| Search, 95th percentile | 40.0 ms | 40.0 ms | 100 ms |');
  expect(report).toContain('| 1,000 | Hugo 1 | 33.3 s (2.00×) | 5.00 s (2.50×) | 1,000 MB |');
  expect(report).toContain('| 1,000 | Astro: It is not installed. |');
  expect(report).toContain('| front page | 90,000 | 60,000 | **0.67**, missed 0.7 |');
  expect(report).toContain('| front page, compressed | There is no wrk on this machine. |');
  expect(report).toContain('| front page | 3.00 / 1.00 | 3.00 / 1.00 |');
  expect(report).toContain('| article | 1.2 | 9.0 | 0.0 | 50.0 | 41.0 / 4 | 50.0 / 4 |');
  expect(report).toContain('| article | 99 | 900 ms | **1,300 ms**, missed | 0 ms | 0.000 |');
  expect(report).toContain('| the pointer rested on the link | 40 ms | 100 ms |');
  expect(report).toContain('| a finger came down at once | **120 ms**, missed | 100 ms |');
});

it('draws a line for each figure that was measured, flat where it does not grow', () => {
  const chart = growthChart(result);
  expect(chart.match(/<path d="M[^"]*L/g)).toHaveLength(3);
  const [, from, to] = /<path d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)"[^>]*stroke="#7a4f1f"/.exec(chart) ?? [];
  expect(from).toBeDefined();
  expect(from).toBe(to);
});

it('takes the value that a part of all lie below', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(values, 0.5), percentile(values, 0.95), percentile([7], 0.95)]).toEqual([50, 95, 7]);
});
