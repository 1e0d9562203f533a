import type { FrontMeasurement } from './front-cache';
import type { GeneratorRun, NoGeneratorRun } from './generators/measure-generator';
import { figures, goalOf, type FigureName, type SizeFigures } from './figures';
import type { LighthouseFigures } from './lighthouse';
import type { PageQueryTimes } from './measure-queries';
import type { MeasuredPage } from './measure-reading';
import type { NextPageTimes } from './next-page';
import type { PageWeight } from './page-weight';

/** What a run of the bench measured. */
export type BenchResult = {
  /** ISO 8601, in UTC. */
  measuredAt: string;
  machine: { processor: string; cores: number; memoryGb: number; system: string; node: string };
  commit: string;
  /** The caching front beside nginx with a file, for a page as it is and compressed. */
  front: { page: string; measured: FrontMeasurement | { reason: string } }[];
  /** What a reader with a slow connection waits for, and after a tap; undefined until it is measured. */
  lighthouse?: (MeasuredPage & { figures: LighthouseFigures })[] | { reason: string };
  nextPage?: NextPageTimes | { reason: string };
  sizes: {
    size: number;
    figures: SizeFigures;
    queries: PageQueryTimes[];
    weights: (MeasuredPage & { weight: PageWeight })[];
    generators: (GeneratorRun | NoGeneratorRun)[];
  }[];
};

/** The result as Markdown tables, for people. */
export function printReport(result: BenchResult): string {
  const { machine, commit, measuredAt } = result;
  const [processor, memory] = [`${machine.cores} cores of ${machine.processor}`, `${machine.memoryGb} GB of memory`];
  return [
    `Measured on ${measuredAt.slice(0, 10)} at commit ${commit}, on ${processor}, ${memory}, ${machine.system}, Node.js ${machine.node}.`,
    sizesTable(result),
    generatorsTable(result),
    ...(result.front.length > 0 ? [frontTable(result)] : []),
    ...(result.lighthouse ? [lighthouseTable(result.lighthouse)] : []),
    ...(result.nextPage ? [nextPageTable(result.nextPage)] : []),
    weightsTable(result),
    queriesTable(result),
  ].join('\n\n');
}

function sizesTable({ sizes }: BenchResult): string {
  const names = Object.keys(figures).filter(isFigureName);
  const rows = names.flatMap((name) => {
    const values = sizes.map(({ size, figures }) => cell(name, size, figures[name]));
    return values.every((value) => value === '') ? [] : [[figures[name].name, ...values, goalText(name)]];
  });
  return table(['', ...sizes.map(({ size }) => `${count(size)} stories`), 'goal'], rows);
}

function isFigureName(name: string): name is FigureName {
  return name in figures;
}

function cell(name: FigureName, size: number, value: number | undefined): string {
  if (value === undefined) return '';
  const goal = goalOf(name, size);
  const text = `${round(value)}${figures[name].unit && ` ${figures[name].unit}`}`;
  return goal === undefined ? text : held(value, goal, text);
}

function goalText(name: FigureName): string {
  const { unit, goals }: { unit: string; goals: number | Record<number, number> | undefined } = figures[name];
  if (goals === undefined) return '';
  if (typeof goals === 'number') return `${count(goals)} ${unit}`;
  return Object.entries(goals)
    .map(([size, goal]) => `${count(goal)} ${unit} at ${count(Number(size))}`)
    .join(', ');
}

/** How long the queries of each sort of page take: all of them, and the slowest. */
function queriesTable({ sizes }: BenchResult): string {
  const pages = sizes[0]?.queries.map(({ page }) => page) ?? [];
  const rows = pages.map((page) => [
    page,
    ...sizes.map(({ queries }) => {
      const times = queries.find((query) => query.page === page);
      return times ? `${round(times.all)} / ${round(times.slowest)}` : '';
    }),
  ]);
  return table(['queries of a page, in ms: all / slowest', ...sizes.map(({ size }) => count(size))], rows);
}

/** Bytes as they travel; 1 kB is 1000 of them. */
function weightsTable({ sizes }: BenchResult): string {
  const rows = (sizes.at(-1)?.weights ?? []).map(({ page, weight }) => [
    page,
    ...[weight.script, weight.style, weight.fonts, weight.pictures].map(kilobytes),
    ...sizes.map(({ weights }) => {
      const same = weights.find((other) => other.page === page)?.weight;
      return same ? `${kilobytes(same.allButPictures)} / ${same.requests}` : '';
    }),
  ]);
  const head = ["a phone's first page, in kB", 'script', 'style', 'fonts', 'pictures'];
  return table([...head, ...sizes.map(({ size }) => `without pictures / requests, ${count(size)}`)], rows);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** In milliseconds, as in the goals of the reader's side. */
const most = { lcp: 1_200, tbt: 0, cls: 0, tap: 100 };

function lighthouseTable(lighthouse: NonNullable<BenchResult['lighthouse']>): string {
  if ('reason' in lighthouse) return lighthouse.reason;
  const rows = lighthouse.map(({ page, figures: { score, fcp, lcp, tbt, cls } }) => [
    page,
    `${score}`,
    `${count(Math.round(fcp))} ms`,
    held(lcp, most.lcp, `${count(Math.round(lcp))} ms`),
    held(tbt, most.tbt, `${Math.round(tbt)} ms`),
    held(cls, most.cls, cls.toFixed(3)),
  ]);
  const head = [
    'Lighthouse, a phone on a slow connection',
    'score',
    'first paint',
    'largest paint',
    'blocked',
    'shift',
  ];
  return table(head, [...rows, ['goal', '', '', `${count(most.lcp)} ms`, `${most.tbt} ms`, `${most.cls}`]]);
}

function nextPageTable(times: NonNullable<BenchResult['nextPage']>): string {
  if ('reason' in times) return times.reason;
  return table(
    ['from a tap to the next page on the screen', '', 'goal'],
    [
      [
        'the pointer rested on the link',
        held(times.rested, most.tap, `${Math.round(times.rested)} ms`),
        `${most.tap} ms`,
      ],
      ['a finger came down at once', held(times.struck, most.tap, `${Math.round(times.struck)} ms`), `${most.tap} ms`],
      ['no speculation rules', `${Math.round(times.without)} ms`, ''],
    ],
  );
}

/** A figure beyond its goal says so. */
function held(value: number, goal: number, text: string): string {
  return value > goal ? `**${text}**, missed` : text;
}

/** What the caching front serves, beside the same bytes from a file. */
function frontTable({ front }: BenchResult): string {
  const rows = front.map(({ page, measured }) =>
    'reason' in measured
      ? [page, measured.reason, '', '']
      : [
          page,
          count(Math.round(measured.staticPerSecond)),
          count(Math.round(measured.frontPerSecond)),
          ratio(measured),
        ],
  );
  return table(['nginx, requests a second', 'a file', 'the caching front', 'ratio'], rows);
}

/** The least that the front may be of a file. */
const leastRatio = 0.7;

function ratio(measured: FrontMeasurement): string {
  const text = measured.ratio.toFixed(2);
  return measured.ratio < leastRatio ? `**${text}**, missed ${leastRatio}` : text;
}

/** Other generators beside us; in brackets how many times as long as ours each took. */
function generatorsTable({ sizes }: BenchResult): string {
  const rows = sizes.flatMap(({ size, figures: ours, generators }) => [
    [
      count(size),
      'Slugline',
      seconds(ours.coldSeconds),
      seconds(ours.editSeconds),
      megabytes(ours.coldMemory && ours.coldMemory * 1e6),
    ],
    ...generators.map((run) =>
      'reason' in run
        ? [count(size), `${run.name}: ${run.reason.replaceAll(/\s+/g, ' ')}`, '', '', '']
        : [
            count(size),
            `${run.name} ${run.version}`,
            seconds(run.coldSeconds, ours.coldSeconds),
            seconds(run.editSeconds, ours.editSeconds),
            megabytes(run.peakMemory),
          ],
    ),
  ]);
  return table(['stories', '', 'everything', 'one headline edited', 'memory'], rows);
}

function seconds(value: number | undefined, ours?: number): string {
  if (value === undefined) return '';
  return ours ? `${round(value)} s (${round(value / ours)}×)` : `${round(value)} s`;
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : `${round(bytes / 1e6)} MB`;
}

/** A table in Markdown; all columns but the first are flush right. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Three digits are as many as a measurement on a shared machine is good for. */
function round(value: number): string {
  if (value >= 100) return count(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function count(value: number): string {
  return value.toLocaleString('en');
}
