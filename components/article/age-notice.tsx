import { differenceInYears } from 'date-fns';
import { messagesOf } from '@/lib/messages/messages-of';

/** A story older than a year says so, before it is read as news. Rendered pages are never older than a minute. */
export function AgeNotice({ publishedAt, now, locale }: { publishedAt: Date; now: Date; locale: string }) {
  const years = differenceInYears(now, publishedAt);
  if (years < 1) return null;
  return (
    <p className="mt-5 inline-block border-s-3 border-accent bg-sheet px-4 py-2 text-[0.9375rem]">
      {messagesOf(locale).story.age(years)}
    </p>
  );
}
