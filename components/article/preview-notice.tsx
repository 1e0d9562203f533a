import type { Article } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { FormattedDate } from '../site/formatted-date';
import { PageHeading } from '../site/page-heading';
import { Sentence } from '../site/sentence';

type Props = { article: Article; until: Date; now: Date; site: Site };

/** Above a story that is not out yet: what it waits for, and how long this link works. */
export function PreviewNotice({ article, until, now, site }: Props) {
  const words = messagesOf(site.locale).preview;
  const isScheduled = article.status === 'published' && article.publishedAt > now;
  return (
    <aside aria-label={words.label} className="mt-5 border-s-4 border-accent bg-sheet px-5 py-3">
      <p className="font-semibold">
        {isScheduled ? (
          <Sentence
            message={words.scheduled}
            parts={{ moment: <FormattedDate date={article.publishedAt} style="moment" site={site} /> }}
          />
        ) : (
          words.draft
        )}
      </p>
      <p className="label mt-1 text-soft">
        <Sentence message={words.until} parts={{ moment: <FormattedDate date={until} style="moment" site={site} /> }} />
      </p>
    </aside>
  );
}

/** What a link shows that is past its time. */
export function PreviewExpired({ until, site }: { until: Date; site: Site }) {
  const words = messagesOf(site.locale).preview;
  return (
    <PageHeading label={words.label} title={words.expired}>
      <p>
        <Sentence message={words.ask} parts={{ moment: <FormattedDate date={until} style="moment" site={site} /> }} />
      </p>
    </PageHeading>
  );
}
