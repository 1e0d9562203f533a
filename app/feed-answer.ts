import { conditionalAnswer } from '@/lib/conditional-answer';
import { lastPublication, readFeed, type FeedSubject } from '@/lib/feeds/feed';
import { feedTypes, printFeed } from '@/lib/feeds/feed-formats';
import { readSettings } from '@/lib/settings';
import type { FeedFormat } from '@/lib/urls';

/** A feed, or 304 for a reader who has it. */
export async function answerFeed(request: Request, format: FeedFormat, subject: FeedSubject): Promise<Response> {
  const { siteUrl } = readSettings();
  const feed = await readFeed(subject, siteUrl, new Date());
  if (!feed) return new Response('There is no such feed.\n', { status: 404 });
  // A publication may change a text without a date of it: a story's tag, a name.
  const published = await lastPublication();
  const changedAt = published && published > feed.changedAt ? published : feed.changedAt;
  return conditionalAnswer(request, feedTypes[format], printFeed(feed, format, siteUrl), { changedAt });
}
