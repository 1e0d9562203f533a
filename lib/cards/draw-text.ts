import path from 'node:path';
import sharp from 'sharp';

export type TextStyle = {
  /** A BCP 47 tag: characters of Chinese are drawn as its readers write them. */
  language: string;
  /** In px. */
  size: number;
  /** Of the longest line, in px. */
  width: number;
  /** Between lines, as a multiple of the size. */
  lineHeight?: number;
  /** #rrggbb */
  colour: string;
};

export type DrawnText = { png: Buffer; width: number; height: number };

/** Fonts by what they cover, as their files name them; the first that has a character draws it. */
const families = ['Besley', 'Source Serif 4', 'Noto Naskh Arabic'];
const chinese = {
  ja: 'Noto Sans JP Thin',
  ko: 'Noto Sans KR Thin',
  Hant: 'Noto Sans TC Thin',
  Hans: 'Noto Sans SC Thin',
};

/** Draws a text on nothing, broken into lines, shaped and ordered as its script asks for (Pango). */
export async function drawText(text: string, style: TextStyle): Promise<DrawnText> {
  // Read when the first text is drawn.
  process.env.FONTCONFIG_FILE = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    '.slugline/fonts/cards/fonts.conf',
  );
  const { language, size, width, lineHeight = 1.2, colour } = style;
  const markup = `<span lang="${language}" foreground="${colour}" line_height="${Math.round(lineHeight * size * 1024)}">${escape(text)}</span>`;
  // The comma ends the list: “Thin” at its end belongs to a name.
  const font = `${familiesFor(language, text).join(', ')}, Bold ${size}`;
  const { data, info } = await sharp({ text: { text: markup, font, width, dpi: 72, rgba: true, wrap: 'word-char' } })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

function familiesFor(language: string, text: string): string[] {
  const { language: name, script } = new Intl.Locale(language).maximize();
  const first =
    name === 'ja' || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
      ? chinese.ja
      : name === 'ko' || /\p{Script=Hangul}/u.test(text)
        ? chinese.ko
        : script === 'Hant'
          ? chinese.Hant
          : chinese.Hans;
  return [...families, first, ...Object.values(chinese).filter((family) => family !== first)];
}

/** For Pango's markup; emoji, which no font here has, and control characters, which it refuses, are left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[\p{Emoji_Presentation}\p{Cc}\uFE0F\u200D]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
