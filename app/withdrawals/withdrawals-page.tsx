import { FormattedDate } from '@/components/site/formatted-date';
import { PageHeading } from '@/components/site/page-heading';
import { Pagination } from '@/components/site/pagination';
import { Sentence } from '@/components/site/sentence';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { numberedPath } from '@/lib/urls';
import { listWithdrawals } from '@/lib/withdrawals';
import { NothingHere } from '@/app/nothing-here';

/** One page of every story that the paper took back. */
export async function WithdrawalsPage({ page }: { page: number | undefined }) {
  const nothing = <NothingHere path={numberedPath('/withdrawals', page ?? 1)} />;
  if (!page) return nothing;
  const site = await getSite();
  const words = messagesOf(site.locale).withdrawals;
  const { items, pages } = await listWithdrawals(page, new Date());
  if (page > pages) return nothing;
  return (
    <div className="max-w-3xl">
      <PageHeading label={site.name} title={words.title}>
        <p>
          {words.summary} {words.order}
        </p>
      </PageHeading>
      {items.length === 0 && <p className="border-t border-rule py-8 text-lg">{words.none}</p>}
      <ul className="divide-y divide-rule border-t border-strong">
        {items.map(({ path, publishedAt, withdrawnAt, reason, category }) => (
          <li key={path} className="py-5">
            {withdrawnAt && (
              <p className="label text-soft">
                <Sentence
                  message={words.on}
                  parts={{ day: <FormattedDate date={withdrawnAt} style="day" site={site} /> }}
                />
              </p>
            )}
            <h2 className="headline mt-1 text-lg">
              <a href={path}>
                <Sentence
                  message={words.story}
                  parts={{
                    day: <FormattedDate date={publishedAt} style="day" site={site} />,
                    section: category.name,
                  }}
                />
              </a>
            </h2>
            <p className="mt-1.5">{reason}</p>
          </li>
        ))}
      </ul>
      <Pagination page={page} pages={pages} path="/withdrawals" label={words.title} locale={site.locale} />
    </div>
  );
}
