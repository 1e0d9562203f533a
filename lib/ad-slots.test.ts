import { describe, expect, it } from 'vitest';
import { adSizes, placeAds, reservedSize, type AdPlace, type BodyBlock } from './ad-slots';

function paragraphs(count: number, words = 60): BodyBlock[] {
  return Array.from({ length: count }, () => ({ isParagraph: true, words }));
}

const heading: BodyBlock = { isParagraph: false, words: 5 };

/** The same numbers for the same seed (mulberry32), so that a failure can be seen again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function makeBody(seed: number): BodyBlock[] {
  const random = randomFrom(seed);
  const share = random();
  return Array.from({ length: Math.floor(random() * 90) }, () => {
    const isParagraph = random() > share * 0.6;
    return { isParagraph, words: Math.floor(random() * (isParagraph ? 180 : 60)) };
  });
}

function words(blocks: BodyBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.words, 0);
}

const bodies = Array.from({ length: 3000 }, (_, seed) => ({ seed, body: makeBody(seed) }));

describe('ads in any of 3,000 bodies', () => {
  const placed = bodies.map(({ seed, body }) => ({ seed, body, places: placeAds(body) }));

  it('are placed in many of them, so that the rules below say something', () => {
    expect(placed.filter(({ places }) => places.length >= 2).length).toBeGreaterThan(300);
  });

  it('stand between two paragraphs, never next to each other', () => {
    for (const { seed, body, places } of placed) {
      for (const place of places) {
        expect([seed, body[place]?.isParagraph, body[place + 1]?.isParagraph]).toEqual([seed, true, true]);
      }
      expect([seed, new Set(places).size]).toEqual([seed, places.length]);
    }
  });

  it('come after 220 words, 380 words apart, with 180 words after the last', () => {
    for (const { body, places } of placed) {
      places.forEach((place, index) => {
        const before = body.slice(index === 0 ? 0 : (places[index - 1] ?? 0) + 1, place + 1);
        expect(words(before)).toBeGreaterThanOrEqual(index === 0 ? 220 : 380);
        expect(words(body.slice(place + 1))).toBeGreaterThanOrEqual(180);
      });
    }
  });

  it('are four at most', () => {
    for (const { places } of placed) expect(places.length).toBeLessThanOrEqual(4);
  });

  it('keep their places when the story goes on: its end alone decides about its end', () => {
    for (const { body, places } of placed) {
      expect(placeAds([...body, ...paragraphs(5)]).slice(0, places.length)).toEqual(places);
    }
  });
});

describe('ads', () => {
  it('are missing from short stories and empty ones', () => {
    expect(placeAds([])).toEqual([]);
    expect(placeAds(paragraphs(6, 60))).toEqual([]);
    expect(placeAds(paragraphs(1, 5000))).toEqual([]);
  });

  it('come as soon as they may', () => {
    expect(placeAds(paragraphs(2, 220))).toEqual([0]);
    expect(placeAds(paragraphs(20, 100))).toEqual([2, 6, 10, 14]);
  });

  it('wait for two paragraphs in a row', () => {
    expect(placeAds([...paragraphs(4), heading, ...paragraphs(10)])).toEqual([5]);
    expect(
      placeAds(Array.from({ length: 40 }, (_, index) => (index % 2 ? heading : { isParagraph: true, words: 80 }))),
    ).toEqual([]);
  });
});

describe('the box of an ad', () => {
  it('has room for every ad that may be sold for its place', () => {
    const places: AdPlace[] = ['banner', 'body', 'sidebar'];
    for (const place of places) {
      for (const screen of ['narrow', 'wide'] as const) {
        const box = reservedSize(place)[screen];
        for (const size of adSizes[place][screen]) {
          expect(box.width).toBeGreaterThanOrEqual(size.width);
          expect(box.height).toBeGreaterThanOrEqual(size.height);
        }
      }
    }
  });

  it('fits on a phone of 320 px', () => {
    for (const { narrow } of Object.values(adSizes)) {
      for (const { width } of narrow) expect(width).toBeLessThanOrEqual(320);
    }
  });
});
