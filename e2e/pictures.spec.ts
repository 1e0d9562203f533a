import { expect, type Page } from '@playwright/test';
import { noteLayoutShifts, shiftsOf } from './layout-shifts';
import { pageTypes, test } from './page-types';
import { readToTheEnd } from './read-to-the-end';

/** A picture may have this many pixels for each that is shown of it: between two of its widths lie up to 60 %. */
const mostPixels = 1.6;

/** Where a picture fills a square it is enlarged a little, which nobody sees at the size of a stamp. */
const fewestPixels = 0.65;

const screens = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 },
  'wide screen': { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
};

for (const [screen, options] of Object.entries(screens)) {
  test.describe(`on a ${screen}`, () => {
    test.use(options);
    for (const type of pageTypes) {
      test(`pictures of the ${type} are modern, of the right width, and move nothing`, async ({ page, paper }) => {
        const formats: string[] = [];
        const order: string[] = [];
        page.on('request', (request) => {
          if (request.resourceType() === 'image') order.push(request.url());
        });
        page.on('response', (response) => {
          if (response.request().resourceType() === 'image') formats.push(response.headers()['content-type'] ?? '');
        });
        await noteLayoutShifts(page);
        await page.goto(paper.addresses[type]);
        await readToTheEnd(page);

        expect(await shiftsOf(page)).toEqual([]);
        expect([...new Set(formats)].filter((format) => !/^image\/(avif|webp)$/.test(format))).toEqual([]);
        const pictures = await picturesOf(page);
        for (const { address, pixelsForEachShown } of pictures) {
          expect(pixelsForEachShown, address).toBeLessThanOrEqual(mostPixels);
          expect(pixelsForEachShown, address).toBeGreaterThanOrEqual(fewestPixels);
        }

        // The lead picture, if there is one, is the first of the page; all others wait until they come near.
        const [first, ...others] = pictures;
        const leads = pictures.filter(({ isEager, isFirstFetched }) => isEager || isFirstFetched);
        expect(leads.every((lead) => lead === first && lead.isEager && lead.isFirstFetched)).toBe(true);
        expect(others.filter(({ isEager }) => isEager)).toEqual([]);
        if (first?.isEager) expect(order[0]).toBe(first.address);
        if (type === 'front page' || type === 'article') expect(leads).toHaveLength(1);
      });
    }
  });
}

type ShownPicture = {
  address: string;
  /** How many pixels its file has across, for each that the screen shows of it. */
  pixelsForEachShown: number;
  isEager: boolean;
  isFirstFetched: boolean;
};

function picturesOf(page: Page): Promise<ShownPicture[]> {
  return page.locator('main img:visible').evaluateAll((images) =>
    Promise.all(
      images.map(async (image) => {
        if (!(image instanceof HTMLImageElement)) throw new Error('No picture.');
        // `naturalWidth` of a picture with `sizes` is the width that it is shown at; that of the file alone is its own.
        const file = new Image();
        file.src = image.currentSrc;
        await file.decode();
        const box = image.getBoundingClientRect();
        const shape = Number(image.getAttribute('width')) / Number(image.getAttribute('height'));
        const isCropped = getComputedStyle(image).objectFit === 'cover';
        const shown = isCropped ? Math.max(box.width, box.height * shape) : box.width;
        return {
          address: image.currentSrc,
          pixelsForEachShown: file.naturalWidth / (shown * devicePixelRatio),
          isEager: image.loading === 'eager',
          isFirstFetched: image.fetchPriority === 'high',
        };
      }),
    ),
  );
}
