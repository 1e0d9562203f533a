import type { Article } from '@/lib/articles';
import type { Site } from '@/lib/site';
import { FormattedDate } from '../site/formatted-date';
import { PageHeading } from '../site/page-heading';

type Props = { article: Article; until: Date; now: Date; site: Site };

/** Above a story that is not out yet: what it waits for, and how long this link works. */
export function PreviewNotice({ article, until, now, site }: Props) {
  const isScheduled = article.status === 'published' && article.publishedAt > now;
  return (
    <aside aria-label="Preview" className="mt-5 border-s-4 border-accent bg-sheet px-5 py-3">
      <p className="font-semibold">
        {isScheduled ? (
          <>
            Preview: this story is to be published on{' '}
            <FormattedDate date={article.publishedAt} style="moment" site={site} />.
          </>
        ) : (
          'Preview: this story is a draft.'
        )}
      </p>
      <p className="label mt-1 text-soft">
        Whoever has this link can read it until <FormattedDate date={until} style="moment" site={site} />.
      </p>
    </aside>
  );
}

/** What a link shows that is past its time. */
export function PreviewExpired({ until, site }: { until: Date; site: Site }) {
  return (
    <PageHeading label="Preview" title="This link has expired">
      <p>
        It showed a story before its publication, until <FormattedDate date={until} style="moment" site={site} />. Ask
        the person who sent it for a new one.
      </p>
    </PageHeading>
  );
}
