import { isCrop } from '@/lib/cards/crops';
import { cutPicture } from '@/lib/cards/cut-picture';
import { drawOnce } from '@/lib/cards/drawn';
import { getPictures } from '@/lib/images';
import { pictureAnswer } from '@/lib/picture-answer';
import { cropPath } from '@/lib/urls';

type Context = { params: Promise<{ crop: string; hash: string; file: string[] }> };

/** A lead picture in a form that search engines ask for. */
export async function GET(_request: Request, { params }: Context) {
  const { crop, hash, file } = await params;
  const src = `/images/${file.join('/')}`;
  const picture = (await getPictures([src])).get(src);
  const served = `/images/${hash}/${file.join('/')}`;
  if (!isCrop(crop) || picture?.src !== served || picture.width === 0) {
    return new Response('There is no such picture.\n', { status: 404 });
  }
  return pictureAnswer(await drawOnce(cropPath(served, crop), () => cutPicture(src, picture, crop)), 'image/webp');
}
