import { chromium } from '@playwright/test';
import { browserSwitches } from '../browser-switches';
import { findLighthouse, measureWithLighthouse, type LighthouseFigures } from './lighthouse';
import { weigh, type PageWeight } from './page-weight';

/** A sort of page, and the path of one such page. */
export type MeasuredPage = { page: string; path: string };

/**
 * One page of each sort.
 *
 * @param stories oldest first
 * @param word some stories hold it
 */
export function pagesToRead(stories: { path: string }[], word: string): MeasuredPage[] {
  const newest = stories.at(-1)?.path ?? '/';
  const [, year, month, day] = newest.split('/');
  return [
    { page: 'front page', path: '/' },
    { page: 'article', path: newest },
    { page: 'section', path: '/category/world' },
    { page: 'author', path: '/author/author-1' },
    { page: 'tag', path: '/tag/tag-1' },
    { page: 'all stories, page 2', path: '/page/2' },
    { page: 'year', path: `/${year}` },
    { page: 'month', path: `/${year}/${month}` },
    { page: 'day', path: `/${year}/${month}/${day}` },
    { page: 'search with results', path: `/search?q=${word}` },
  ];
}

/** Bytes and requests of pages, each opened by a browser that has nothing of the paper. */
export async function measureWeights(
  executablePath: string,
  site: string,
  pages: MeasuredPage[],
): Promise<(MeasuredPage & { weight: PageWeight })[]> {
  const browser = await chromium.launch({ executablePath, args: browserSwitches });
  try {
    const measured: (MeasuredPage & { weight: PageWeight })[] = [];
    for (const { page, path } of pages) {
      const tab = await browser.newPage({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 });
      measured.push({ page, path, weight: await weigh(tab, site + path) });
      await tab.close();
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** What Lighthouse says of pages, or why it says nothing. */
export async function askLighthouse(
  executablePath: string,
  site: string,
  pages: MeasuredPage[],
): Promise<(MeasuredPage & { figures: LighthouseFigures })[] | { reason: string }> {
  const lighthouse = await findLighthouse();
  if (!lighthouse) return { reason: 'Lighthouse is not installed; `npm install --no-save lighthouse@12` brings it.' };
  const measured: (MeasuredPage & { figures: LighthouseFigures })[] = [];
  for (const { page, path } of pages) {
    measured.push({ page, path, figures: await measureWithLighthouse(lighthouse, executablePath, site + path) });
  }
  return measured;
}
