import sharp, { type OverlayOptions } from 'sharp';
import { textDirection } from '../text-direction';
import { drawText, type DrawnText } from './draw-text';
import { cardSize, type SocialCard } from './social-card';

const colours = { paper: '#fbf9f4', ink: '#151b29', soft: '#555a66', accent: '#b02e1a' };

const margin = 72;
const columns = cardSize.width - 2 * margin;

/** Of the headline, the largest that fits into its box is taken, in px. */
const headlineSizes = [84, 76, 68, 60, 52, 46, 40];
const headlineHeight = 276;

/** In characters as readers count them; what is longer is cut. */
const longestHeadline = 160;

/** Draws a card, as PNG. */
export async function drawCard(card: SocialCard): Promise<Buffer> {
  const isRightToLeft = textDirection(card.language) === 'rtl';
  const at = (text: DrawnText, top: number): OverlayOptions => ({
    input: text.png,
    top: Math.round(top),
    left: isRightToLeft ? cardSize.width - margin - text.width : margin,
  });
  const { language } = card;
  const headline = await fitHeadline(cut(card.headline), language);
  const paper = await drawText(card.paper, { language, size: 44, width: columns, colour: colours.ink });
  const section = card.section
    ? await drawText(card.section, { language, size: 32, width: columns, colour: colours.accent })
    : undefined;
  const top = 96;
  const below = top + (section ? section.height + 34 : 0);
  return sharp(Buffer.from(frame()))
    .composite([
      ...(section ? [at(section, top)] : []),
      at(headline, below),
      at(paper, cardSize.height - 72 - paper.height),
    ])
    .png({ palette: true, colours: 64 })
    .toBuffer();
}

/** The paper's ground with its scale of degrees: the same line that runs across every page. */
function frame(): string {
  const { width, height } = cardSize;
  const ticks = Array.from({ length: Math.floor(columns / 12) + 1 }, (_, index) => {
    const length = index % 10 === 0 ? 18 : index % 5 === 0 ? 12 : 7;
    return `<rect x="${margin + index * 12}" y="${height - 168}" width="2" height="${length}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${colours.paper}"/>
    <rect width="${width}" height="14" fill="${colours.accent}"/>
    <g fill="${colours.ink}"><rect x="${margin}" y="${height - 170}" width="${columns}" height="3"/>${ticks.join('')}</g>
  </svg>`;
}

async function fitHeadline(headline: string, language: string): Promise<DrawnText> {
  const lineHeight = lineHeightOf(headline);
  let text: DrawnText | undefined;
  for (const size of headlineSizes) {
    text = await drawText(headline, { language, size, width: columns, lineHeight, colour: colours.ink });
    if (text.height <= headlineHeight && text.width <= columns) return text;
  }
  if (!text) throw new Error('There is no size to draw a headline in.');
  // A word without an end: what does not fit is left out.
  const width = Math.min(text.width, columns);
  const height = Math.min(text.height, headlineHeight);
  return { png: await sharp(text.png).extract({ left: 0, top: 0, width, height }).png().toBuffer(), width, height };
}

/** Square characters and joined letters need more room between lines. */
function lineHeightOf(text: string): number {
  if (/\p{Script=Arabic}/u.test(text)) return 1.5;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text) ? 1.35 : 1.18;
}

function cut(headline: string): string {
  const characters = [...new Intl.Segmenter().segment(headline)].map(({ segment }) => segment);
  return characters.length <= longestHeadline
    ? headline
    : `${characters
        .slice(0, longestHeadline - 1)
        .join('')
        .trimEnd()}…`;
}
