import { getArticle } from '@/lib/articles';
import { drawCard } from '@/lib/cards/draw-card';
import { drawOnce } from '@/lib/cards/drawn';
import { cardHash, cardOf, paperCard } from '@/lib/cards/social-card';
import { pictureAnswer, pictureMoved } from '@/lib/picture-answer';
import { getSite } from '@/lib/site';
import { paperCardPath, storyCardPath } from '@/lib/urls';

type Context = { params: Promise<{ hash: string; file: string[] }> };

/**
 * The picture that social networks show of a story, or of the paper. Its address holds a hash of what it says, so it can be
 * kept for ever; an old address leads to the picture of today.
 */
export async function GET(_request: Request, { params }: Context) {
  const { hash, file } = await params;
  const [, story] = /^(\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+)\.png$/.exec(file.join('/')) ?? [];
  const path = story ? `/${story}` : undefined;
  const site = await getSite();
  const article = path ? await getArticle(path, new Date()) : undefined;
  const card = article ? cardOf(article, site) : file.join('/') === 'paper.png' ? paperCard(site) : undefined;
  if (!card) return new Response('There is no such picture.\n', { status: 404 });
  const current = cardHash(card);
  const address = path ? storyCardPath(current, path) : paperCardPath(current);
  if (hash !== current) return pictureMoved(address);
  return pictureAnswer(await drawOnce(address, () => drawCard(card)), 'image/png');
}
