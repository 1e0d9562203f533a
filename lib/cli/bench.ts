import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { growthChart } from '../bench/chart';
import { commonWord } from '../bench/common-word';
import { writeCorpus } from '../bench/corpus';
import type { SizeFigures } from '../bench/figures';
import { measureFrontCache } from '../bench/front-cache';
import type { GeneratorRun, NoGeneratorRun } from '../bench/generators/measure-generator';
import { runAstro } from '../bench/generators/run-astro';
import { runHugo } from '../bench/generators/run-hugo';
import { measureEdition } from '../bench/measure-edition';
import { measureEdits } from '../bench/measure-edit';
import { measureQueries } from '../bench/measure-queries';
import { askLighthouse, measureWeights, pagesToRead } from '../bench/measure-reading';
import { measureAnswers, measureMemory } from '../bench/measure-site';
import { measureNextPage } from '../bench/next-page';
import { processUsage } from '../bench/process-usage';
import { printReport, type BenchResult } from '../bench/report';
import { startSite } from '../bench/site';
import { uploadSize } from '../bench/upload-size';
import { findBrowser } from './find-browser.mjs';

/**
 * `npm run bench`: makes papers of some sizes and measures what publishing and reading them takes. It prints a table, and
 * leaves the same as JSON and as a chart in .slugline/bench. The build in .next is its own afterwards.
 *
 *   --sizes 1000,10000,100000   how many stories the papers have
 *   --seed 1                    another seed makes other stories
 */
const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000,100000' }, seed: { type: 'string', default: '1' } },
});
const sizes = values.sizes.split(',').map(Number);
const seed = Number(values.seed);
if (sizes.some((size) => !Number.isInteger(size) || size < 200) || !Number.isInteger(seed)) {
  console.error('Give sizes of 200 stories or more and a whole number as the seed: --sizes 1000,10000 --seed 1');
  process.exit(1);
}

/** Other generators are not waited for longer, in seconds. */
const mostGeneratorSeconds = 15 * 60;

const projectDir = process.cwd();
const folder = path.join(projectDir, '.slugline', 'bench');
mkdirSync(folder, { recursive: true });

const result: BenchResult = {
  measuredAt: new Date().toISOString(),
  machine: {
    processor: cpus()[0]?.model ?? 'an unknown processor',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.versions.node,
  },
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  front: [],
  sizes: [],
};
const { browser, refusal } = await findBrowser();
for (const [index, size] of sizes.entries()) await measureSize(size, index === 0);
console.log(
  `\n${printReport(result)}\n\nAlso in ${path.relative(projectDir, folder)}: report.md, result.json, growth.svg`,
);

async function measureSize(size: number, isFirst: boolean): Promise<void> {
  const contentDir = path.join(folder, `content-${size}`);
  const editionAddress = path.join(folder, `edition-${size}.db`);
  const newsroom = { CONTENT_DIR: contentDir, EDITION_URL: pathToFileURL(editionAddress).href };
  say(size, 'writing the stories');
  const stories = await writeCorpus(contentDir, size, seed);
  for (const suffix of ['', '-wal', '-shm']) rmSync(editionAddress + suffix, { force: true });
  const measured: BenchResult['sizes'][number] = { size, figures: {}, queries: [], weights: [], generators: [] };
  result.sizes.push(measured);
  const note = (figures: SizeFigures) => {
    Object.assign(measured.figures, figures);
    save();
  };
  say(size, 'the edition');
  note(await measureEdition(newsroom));
  if (isFirst) await build(newsroom);
  note({ uploadSize: (measured.figures.editionSize ?? 0) + uploadSize(projectDir) / 1e6 });
  say(size, 'queries');
  measured.queries = await measureQueries(editionAddress, commonWord(stories));
  const pages = measured.queries.filter(({ page }) => !page.startsWith('search'));
  note({ slowestQuery: Math.max(...pages.map(({ slowest }) => slowest)) });
  const site = await startSite(newsroom);
  try {
    say(size, 'answers');
    note(await measureAnswers(site, stories));
    say(size, 'edits');
    note(await measureEdits(site, stories));
    const pages = pagesToRead(stories, commonWord(stories));
    say(size, 'bytes and requests');
    if (browser) measured.weights = await measureWeights(browser, site.address, pages);
    if (size === Math.max(...sizes)) {
      say(size, 'nginx in front');
      for (const isCompressed of [false, true]) {
        const page = isCompressed ? 'front page, compressed' : 'front page';
        result.front.push({ page, measured: await measureFrontCache(site.address, '/', { isCompressed }) });
      }
      say(size, 'a phone on a slow connection, and the next page');
      const reason = { reason: refusal ?? '' };
      result.lighthouse = browser ? await askLighthouse(browser, site.address, pages.slice(0, 3)) : reason;
      result.nextPage = browser ? await measureNextPage(browser, site.address) : reason;
      save();
      say(size, 'memory');
      note(await measureMemory(site, stories));
    }
  } finally {
    await site.stop();
  }
  measured.generators = await runGenerators(contentDir, size);
  save();
}

/** After each step, so that what was measured is not lost. */
function save(): void {
  writeFileSync(path.join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(path.join(folder, 'growth.svg'), growthChart(result));
  writeFileSync(path.join(folder, 'report.md'), `${printReport(result)}\n`);
}

/** Other generators, where they are installed, with the same stories. */
async function runGenerators(contentDir: string, size: number): Promise<(GeneratorRun | NoGeneratorRun)[]> {
  const runs: (GeneratorRun | NoGeneratorRun)[] = [];
  for (const [name, run] of [
    ['Hugo', runHugo],
    ['Astro', runAstro],
  ] as const) {
    const before = result.sizes.at(-2);
    const last = before?.generators.find((other) => other.name === name);
    const expected = before && last && 'coldSeconds' in last ? (last.coldSeconds * size) / before.size : 0;
    if (expected > mostGeneratorSeconds) {
      const reason = `not run: by its time at ${before?.size.toLocaleString('en')} stories it would take ${Math.round(expected / 60)} minutes or more`;
      runs.push({ name, reason });
      continue;
    }
    say(size, name);
    runs.push(await run(contentDir, path.join(folder, 'generator')));
    rmSync(path.join(folder, 'generator'), { recursive: true, force: true });
  }
  return runs;
}

/** One build serves all sizes: it holds no more of an edition than its newest pages, and those are made anew. */
async function build(newsroom: Record<string, string>): Promise<void> {
  const { status, output } = await processUsage('npm', ['run', '--silent', 'build'], { env: newsroom });
  if (status !== 0) throw new Error(`npm run build failed: ${output.slice(-2000)}`);
}

function say(size: number, what: string): void {
  console.log(`${size.toLocaleString('en')} stories: ${what}…`);
}
