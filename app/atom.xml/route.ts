import { answerFeed } from '@/app/feed-answer';

export function GET(request: Request) {
  return answerFeed(request, 'atom', {});
}
