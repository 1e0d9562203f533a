import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeArticle, makeSite } from '../article.fixture';
import { drawCard } from './draw-card';
import { drawText } from './draw-text';
import { cardHash, cardOf, cardSize, storyImage } from './social-card';
import { unpackCardFonts } from './unpack-fonts.mjs';

beforeAll(unpackCardFonts, 60_000);

const card = { headline: 'Rice grows dear', section: 'Trade', paper: 'The Paper', language: 'en-GB' };

async function inkOf(text: string, language: string): Promise<Buffer> {
  const { png } = await drawText(text, { language, size: 60, width: 2000, colour: '#000000' });
  return sharp(png).resize(64, 64, { fit: 'contain' }).extractChannel(3).raw().toBuffer();
}

describe('a social image', () => {
  it.each([
    ['Latin', 'en', 'AB'],
    ['Greek', 'el', 'ΛΩ'],
    ['Cyrillic', 'ru', 'ЖЩ'],
    ['Chinese', 'zh-Hans', '汇率'],
    ['traditional Chinese', 'zh-Hant', '匯價'],
    ['Japanese', 'ja', 'のカ'],
    ['Korean', 'ko', '싱중'],
    ['Arabic', 'ar', 'بش'],
  ])('has letters of its own for %s', async (_, language, [first = '', second = '']) => {
    const [one, other, none] = await Promise.all([
      inkOf(first, language),
      inkOf(second, language),
      // A character that no font has is drawn as its number in a box.
      inkOf('\u{1F3FF}'.replace(/./u, '\u{16A0}'), language),
    ]);
    expect(one.equals(other)).toBe(false);
    expect(one.equals(none)).toBe(false);
  });

  it('is a picture of the size that networks ask for, whatever it says', async () => {
    const headlines = [
      'W'.repeat(300),
      'A long headline of very many words. '.repeat(20),
      '<b>Bold</b> & "quoted" \u0001 🌊',
      'لماذا يحدد البنك المركزي سعر الصرف؟',
    ];
    for (const headline of headlines) {
      const { width, height, format } = await sharp(await drawCard({ ...card, headline })).metadata();
      expect([width, height, format]).toEqual([cardSize.width, cardSize.height, 'png']);
    }
  });

  it('has another address when anything that it says is another', () => {
    const others = [{ headline: 'Rice' }, { section: 'World' }, { paper: 'Paper' }, { language: 'fr' }];
    const hashes = [card, ...others.map((other) => ({ ...card, ...other }))].map(cardHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('gives way to the story’s own picture where no font has the headline', () => {
    const image = {
      src: '/images/1a/ferry.webp',
      width: 1200,
      height: 675,
      alt: 'A ferry',
      credit: 'Us',
      caption: undefined,
    };
    expect(storyImage(makeArticle({ image }), makeSite())?.url).toMatch(
      /^\/social\/[0-9a-f]{12}\/2025\/10\/25\/a-story\.png$/,
    );
    for (const title of ['ᚠᚢᚦᚨᚱᚲ', '🌊🚢', '…']) {
      expect(cardOf(makeArticle({ title }), makeSite())).toBeUndefined();
      expect(storyImage(makeArticle({ title, image }), makeSite())?.url).toBe(image.src);
      expect(storyImage(makeArticle({ title }), makeSite())).toBeUndefined();
    }
  });
});
