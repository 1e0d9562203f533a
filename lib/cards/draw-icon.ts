import sharp from 'sharp';
import { readPicture } from '../picture-file';
import { drawText } from './draw-text';
import { iconFiles, type Icon, type IconFile } from './icon';

const colours = { ground: '#14213a', letter: '#fbf9f4' };

/** Draws an icon, as PNG. */
export async function drawIcon(icon: Icon, file: IconFile): Promise<Buffer> {
  const { size, isMaskable } = iconFiles[file];
  if (icon.picture) return fromPicture(icon.picture, size, isMaskable);
  const corner = isMaskable ? 0 : size * 0.12;
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" rx="${corner}" fill="${colours.ground}"/></svg>`;
  const canvas = sharp(Buffer.from(ground));
  if (icon.letter === '') return canvas.png().toBuffer();
  const { png } = await drawText(icon.letter, {
    language: icon.language,
    size: Math.round(size * (isMaskable ? 0.5 : 0.66)),
    width: size,
    colour: colours.letter,
  });
  return canvas
    .composite([{ input: png, gravity: 'centre' }])
    .png()
    .toBuffer();
}

async function fromPicture(src: string, size: number, isMaskable: boolean): Promise<Buffer> {
  const file = await readPicture(src);
  if (!isMaskable) {
    return sharp(file)
      .resize(size, size, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .png()
      .toBuffer();
  }
  const inner = Math.round(size * 0.72);
  const rim = Math.round((size - inner) / 2);
  // The rim goes on in the colour of the picture's corner.
  const { data } = await sharp(file)
    .resize(64, 64, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .extract({ left: 32, top: 1, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [r = 255, g = 255, b = 255] = data;
  return sharp(file)
    .resize(inner, inner, { fit: 'contain', background: { r, g, b, alpha: 1 } })
    .flatten({ background: { r, g, b } })
    .extend({ top: rim, bottom: size - inner - rim, left: rim, right: size - inner - rim, background: { r, g, b } })
    .png()
    .toBuffer();
}
