/**
 * Where ads stand in a body, when its writer placed none.
 *
 * - The first comes when a reader has read enough to be in the story, the next ones at a distance that keeps ads to a
 *   small part of what is read (Better Ads: at most 30 % of the main content's height on a phone).
 * - An ad stands between two paragraphs, so it never touches a heading, a table, a list, a figure or another ad.
 * - The last stretch of a story is left alone: its end is where readers decide what to read next.
 * - A short story has none.
 */

/** A block of a body as this rule sees it. */
export type BodyBlock = { isParagraph: boolean; words: number };

/** Words before the first ad. */
const wordsBeforeFirst = 220;

/** Words between two ads. */
const wordsBetween = 380;

/** Words that must follow an ad. */
const wordsAfterLast = 180;

const mostAds = 4;

/** @returns the indexes of the blocks after which an ad stands, rising */
export function placeAds(blocks: BodyBlock[]): number[] {
  const places: number[] = [];
  let left = blocks.reduce((sum, block) => sum + block.words, 0);
  let since = 0;
  blocks.forEach((block, index) => {
    left -= block.words;
    since += block.words;
    const next = blocks[index + 1];
    const wanted = places.length === 0 ? wordsBeforeFirst : wordsBetween;
    if (places.length >= mostAds || since < wanted || left < wordsAfterLast) return;
    if (!block.isParagraph || !next?.isParagraph) return;
    places.push(index);
    since = 0;
  });
  return places;
}

/** The places of a page that may hold an ad. */
export type AdPlace = 'banner' | 'body' | 'sidebar';

type AdSize = { width: number; height: number };

/**
 * The sizes that may be sold for a place, by the narrowest screen they are for, in px. The page reserves the tallest
 * one of each screen, so that nothing moves when an ad arrives, or does not.
 */
export const adSizes: Record<AdPlace, { narrow: AdSize[]; wide: AdSize[] }> = {
  banner: {
    narrow: [
      { width: 320, height: 50 },
      { width: 320, height: 100 },
    ],
    wide: [
      { width: 728, height: 90 },
      { width: 970, height: 90 },
    ],
  },
  body: { narrow: [{ width: 300, height: 250 }], wide: [{ width: 300, height: 250 }] },
  sidebar: {
    narrow: [{ width: 300, height: 250 }],
    wide: [
      { width: 300, height: 250 },
      { width: 300, height: 600 },
    ],
  },
};

/** The box that a place reserves on narrow and on wide screens, in px. */
export function reservedSize(place: AdPlace): { narrow: AdSize; wide: AdSize } {
  const { narrow, wide } = adSizes[place];
  return { narrow: largest(narrow), wide: largest(wide) };
}

function largest(sizes: AdSize[]): AdSize {
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}
