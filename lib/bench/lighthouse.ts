import { launch } from 'puppeteer-core';
import { browserSwitches } from '../browser-switches';
import { percentile } from './figures';

/** What Lighthouse says of a page on a phone with a slow connection (its own throttling, simulated). */
export type LighthouseFigures = {
  /** Of performance, 0 to 100. */
  score: number;
  /** First and largest contentful paint and total blocking time, in milliseconds. */
  fcp: number;
  lcp: number;
  tbt: number;
  /** Cumulative layout shift, which has no unit. */
  cls: number;
};

type LighthouseRun = {
  lhr: {
    runtimeError?: { message: string };
    categories: { performance: { score: number } };
    audits: Record<string, { numericValue?: number }>;
  };
};

/** The function that the package `lighthouse` exports. */
export type Lighthouse = (address: string, flags: Record<string, unknown>) => Promise<LighthouseRun>;

const runs = 5;

/** Now and then a browser's trace lacks its beginning, and Lighthouse asks for another run. */
const mostFailures = 4;

/** Lighthouse is no dependency, being larger than the rest: `npm install --no-save lighthouse@12` brings it. */
export async function findLighthouse(): Promise<Lighthouse | undefined> {
  // By a name that the compiler does not follow: it would miss the package.
  const name: string = 'lighthouse';
  try {
    const module: { default: Lighthouse } = await import(name);
    return module.default;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/**
 * Runs Lighthouse on a page some times.
 *
 * @param executablePath a Chromium
 * @param address absolute
 * @returns the median of each figure
 * @throws Error when the page cannot be measured
 */
export async function measureWithLighthouse(
  lighthouse: Lighthouse,
  executablePath: string,
  address: string,
): Promise<LighthouseFigures> {
  const seen: LighthouseFigures[] = [];
  for (let attempt = 0; seen.length < runs; attempt += 1) {
    const run = await runOnce(lighthouse, executablePath, address);
    if ('reason' in run && attempt >= runs + mostFailures)
      throw new Error(`Lighthouse cannot measure ${address}: ${run.reason}`);
    if (!('reason' in run)) seen.push(run);
  }
  const middle = (figure: keyof LighthouseFigures) =>
    percentile(
      seen.map((run) => run[figure]),
      0.5,
    );
  return { score: middle('score'), fcp: middle('fcp'), lcp: middle('lcp'), tbt: middle('tbt'), cls: middle('cls') };
}

/** In a browser of its own, so that nothing is kept from the run before. */
async function runOnce(
  lighthouse: Lighthouse,
  executablePath: string,
  address: string,
): Promise<LighthouseFigures | { reason: string }> {
  const browser = await launch({ executablePath, args: browserSwitches });
  try {
    const { lhr } = await lighthouse(address, {
      port: new URL(browser.wsEndpoint()).port,
      onlyCategories: ['performance'],
      logLevel: 'error',
    });
    if (lhr.runtimeError) return { reason: lhr.runtimeError.message };
    const value = (audit: string) => lhr.audits[audit]?.numericValue ?? NaN;
    return {
      score: Math.round(lhr.categories.performance.score * 100),
      fcp: value('first-contentful-paint'),
      lcp: value('largest-contentful-paint'),
      tbt: value('total-blocking-time'),
      cls: value('cumulative-layout-shift'),
    };
  } finally {
    await browser.close();
  }
}
