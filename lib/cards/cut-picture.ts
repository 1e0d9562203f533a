import sharp from 'sharp';
import { readPicture } from '../picture-file';
import { crops, type Crop } from './crops';

/**
 * Cuts a picture of the paper to a form around what draws the eye, as WebP, no larger than it is.
 *
 * @param src as stories give it, /images/…
 * @param size of the picture, in px
 */
export async function cutPicture(src: string, size: { width: number; height: number }, crop: Crop): Promise<Buffer> {
  const { width, height } = crops[crop];
  const scale = Math.min(1, size.width / width, size.height / height);
  return sharp(await readPicture(src))
    .resize(Math.floor(width * scale), Math.floor(height * scale), { fit: 'cover', position: sharp.strategy.attention })
    .webp({ quality: 75 })
    .toBuffer();
}
