import { drawIcon } from '@/lib/cards/draw-icon';
import { drawOnce } from '@/lib/cards/drawn';
import { getIcon, iconAddress, isIconFile } from '@/lib/cards/icon';
import { pictureAnswer, pictureMoved } from '@/lib/picture-answer';
import { getSite } from '@/lib/site';

type Context = { params: Promise<{ hash: string; file: string }> };

/** An icon of the paper. */
export async function GET(_request: Request, { params }: Context) {
  const { hash, file } = await params;
  if (!isIconFile(file)) return new Response('There is no such icon.\n', { status: 404 });
  const icon = await getIcon(await getSite());
  const address = iconAddress(icon, file);
  if (hash !== icon.hash) return pictureMoved(address);
  return pictureAnswer(await drawOnce(address, () => drawIcon(icon, file)), 'image/png');
}
