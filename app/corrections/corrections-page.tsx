import { FormattedDate } from '@/components/site/formatted-date';
import { PageHeading } from '@/components/site/page-heading';
import { Pagination } from '@/components/site/pagination';
import { listCorrections } from '@/lib/corrections';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { numberedPath } from '@/lib/urls';
import { NothingHere } from '@/app/nothing-here';

/** One page of everything that the paper has put right. */
export async function CorrectionsPage({ page }: { page: number | undefined }) {
  const nothing = <NothingHere path={numberedPath('/corrections', page ?? 1)} />;
  if (!page) return nothing;
  const site = await getSite();
  const words = messagesOf(site.locale).corrections;
  const { items, pages } = await listCorrections(page, new Date());
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
        {items.map(({ date, text, article }) => (
          <li key={`${article.path} ${date.getTime()} ${text}`} className="py-5">
            <p className="label text-soft">
              <FormattedDate date={date} style="day" site={site} />
            </p>
            <h2 className="headline mt-1 text-lg">
              <a href={article.path}>{article.title}</a>
            </h2>
            <p className="mt-1.5">{text}</p>
          </li>
        ))}
      </ul>
      <Pagination page={page} pages={pages} path="/corrections" label={words.title} locale={site.locale} />
    </div>
  );
}
