import type { ArticleSummary } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import type { Withdrawal } from '@/lib/withdrawals';
import { FormattedDate } from '../site/formatted-date';
import { PageHeading } from '../site/page-heading';
import { Sentence } from '../site/sentence';
import { StoryList } from './story-list';

type Props = { withdrawal: Withdrawal; site: Site; articles: ArticleSummary[] };

/** What stands in place of a story that was taken back. */
export function WithdrawnText({ withdrawal, site, articles }: Props) {
  const messages = messagesOf(site.locale);
  const words = messages.withdrawals;
  const { publishedAt, withdrawnAt, reason } = withdrawal;
  const { contactEmail } = site.publisher;
  return (
    <div className="max-w-3xl">
      <PageHeading label={words.label} title={words.heading}>
        <p>
          <Sentence
            message={withdrawnAt ? words.publishedAndWithdrawn : words.published}
            parts={{
              published: <FormattedDate date={publishedAt} style="day" site={site} />,
              withdrawn: withdrawnAt && <FormattedDate date={withdrawnAt} style="day" site={site} />,
            }}
          />
        </p>
      </PageHeading>
      <section aria-labelledby="withdrawn-reason" className="border-s-4 border-accent bg-sheet px-5 py-4">
        <h2 id="withdrawn-reason" className="headline text-lg">
          {words.why}
        </h2>
        <p className="mt-1 text-lg">{reason}</p>
      </section>
      <p className="mt-5">
        <Sentence
          message={words.more}
          parts={{
            list: (
              <a href="/withdrawals" className="link">
                {words.list}
              </a>
            ),
            address: (
              <a href={`mailto:${contactEmail}`} className="link">
                {contactEmail}
              </a>
            ),
          }}
        />
      </p>
      <h2 className="headline mt-10 mb-3 text-xl">{messages.latestStories}</h2>
      <StoryList articles={articles} site={site} heading="h3" />
    </div>
  );
}
