import path from 'node:path';
import { isPicture } from '@/lib/images';
import { pictureAnswer } from '@/lib/picture-answer';
import { readPicture } from '@/lib/picture-file';

type Context = { params: Promise<{ hash: string; file: string[] }> };

const types: Record<string, string> = {
  avif: 'image/avif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** A picture of the paper. The edition knows which there are, so no address can reach another file. */
export async function GET(_request: Request, { params }: Context) {
  const { hash, file } = await params;
  const src = `/images/${file.join('/')}`;
  const type = types[path.extname(src).slice(1).toLowerCase()];
  if (!type || !/^[0-9a-f]{12}$/.test(hash) || !(await isPicture(src, hash))) {
    return new Response('There is no such picture.\n', { status: 404 });
  }
  return pictureAnswer(await readPicture(src), type);
}
