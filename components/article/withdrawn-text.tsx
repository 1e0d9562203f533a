import type { ArticleSummary } from '@/lib/articles';
import type { Site } from '@/lib/site';
import type { Withdrawal } from '@/lib/withdrawals';
import { FormattedDate } from '../site/formatted-date';
import { PageHeading } from '../site/page-heading';
import { StoryList } from './story-list';

type Props = { withdrawal: Withdrawal; site: Site; articles: ArticleSummary[] };

/** What stands in place of a story that was taken back. */
export function WithdrawnText({ withdrawal, site, articles }: Props) {
  return (
    <div className="max-w-3xl">
      <PageHeading label="Withdrawn" title="This story was withdrawn">
        <p>
          We published it on <FormattedDate date={withdrawal.publishedAt} style="day" site={site} />
          {withdrawal.withdrawnAt && (
            <>
              {' '}
              and withdrew it on <FormattedDate date={withdrawal.withdrawnAt} style="day" site={site} />
            </>
          )}
          .
        </p>
      </PageHeading>
      <section aria-labelledby="withdrawn-reason" className="border-s-4 border-accent bg-sheet px-5 py-4">
        <h2 id="withdrawn-reason" className="headline text-lg">
          Why
        </h2>
        <p className="mt-1 text-lg">{withdrawal.reason}</p>
      </section>
      <p className="mt-5">
        All stories that we took back are on{' '}
        <a href="/withdrawals" className="link">
          the list of withdrawals
        </a>
        . Questions reach us at{' '}
        <a href={`mailto:${site.publisher.contactEmail}`} className="link">
          {site.publisher.contactEmail}
        </a>
        .
      </p>
      <h2 className="headline mt-10 mb-3 text-xl">The latest stories</h2>
      <StoryList articles={articles} site={site} heading="h3" />
    </div>
  );
}
