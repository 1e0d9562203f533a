import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';

/** What a page asks of a reader who comes for the first time, in bytes as they travel. */
export type PageWeight = {
  /** Script files and the page's own script; structured data is no script, though it stands in an element of that name. */
  script: number;
  /** Style sheets and the page's own style. */
  style: number;
  fonts: number;
  pictures: number;
  /** The page and everything that it loads except pictures. */
  allButPictures: number;
  /** How many requests, without those for pictures. */
  requests: number;
  /** How many fonts the page has fetched before they are needed. */
  preloadedFonts: number;
};

/** 1 kB = 1000 bytes. Pictures have no limit in bytes, because a story needs as many as it needs: e2e looks at each. */
const most: Omit<PageWeight, 'pictures'> = {
  script: 6_000,
  style: 15_000,
  fonts: 100_000,
  allButPictures: 150_000,
  requests: 12,
  preloadedFonts: 2,
};

const inWords: Record<keyof typeof most, string> = {
  script: 'bytes of script',
  style: 'bytes of style',
  fonts: 'bytes of fonts',
  allButPictures: 'bytes without its pictures',
  requests: 'requests without its pictures',
  preloadedFonts: 'fonts preloaded',
};

/**
 * Opens a page and weighs it.
 *
 * @param page an empty tab; a worker of the paper that fetches on its behalf is not counted
 * @param address absolute
 */
export async function weigh(page: Page, address: string): Promise<PageWeight> {
  const requests: Request[] = [];
  const note = (request: Request) => requests.push(request);
  page.on('requestfinished', note);
  const response = await page.goto(address, { waitUntil: 'networkidle' });
  page.off('requestfinished', note);
  const html = (await response?.text()) ?? '';
  const pictures = requests.filter((request) => request.resourceType() === 'image');
  const others = requests.filter((request) => request.resourceType() !== 'image');
  const scripts = html.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '');
  return {
    script: inlineBytes(scripts, 'script') + (await bytesOf(others, 'script')),
    style: inlineBytes(html, 'style') + (await bytesOf(others, 'stylesheet')),
    fonts: await bytesOf(others, 'font'),
    pictures: await bytesOf(pictures),
    allButPictures: await bytesOf(others),
    requests: others.length,
    preloadedFonts: html.match(/<link(?=[^>]* rel="preload")(?=[^>]* as="font")/g)?.length ?? 0,
  };
}

/** @returns a sentence for each budget that a page does not keep */
export function overBudget(weight: PageWeight): string[] {
  const names: (keyof typeof most)[] = ['script', 'style', 'fonts', 'allButPictures', 'requests', 'preloadedFonts'];
  return names
    .filter((name) => weight[name] > most[name])
    .map((name) => `The page has ${weight[name]} ${inWords[name]}; ${most[name]} are the most.`);
}

/** @param type of the requests to be counted; all of them without */
async function bytesOf(requests: Request[], type?: string): Promise<number> {
  const counted = requests.filter((request) => !type || request.resourceType() === type);
  const sizes = await Promise.all(counted.map((request) => request.sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}

/** What all elements of a name hold, as it would travel by itself. */
function inlineBytes(html: string, name: string): number {
  const insides = [...html.matchAll(new RegExp(`<${name}(?=[\\s>])[^>]*>([\\s\\S]*?)</${name}>`, 'gi'))];
  return insides.length === 0 ? 0 : gzipSync(insides.map(([, inside]) => inside).join('\n')).length;
}
