import { answerFeed } from '@/app/feed-answer';

type Context = { params: Promise<{ slug: string }> };

export async function GET(request: Request, { params }: Context) {
  return answerFeed(request, 'atom', { category: (await params).slug });
}
