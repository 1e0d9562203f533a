import type { Metadata } from 'next';
import { ArchiveCalendar } from '@/components/archive/archive-calendar';
import { PageHeading } from '@/components/site/page-heading';
import { archiveMonths, getCalendar } from '@/lib/archive';
import { formatPeriod, isPeriod } from '@/lib/dates';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { archivePath } from '@/lib/urls';
import { NothingHere, nothingHereMetadata } from '@/app/nothing-here';

type Props = { params: Promise<{ year: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year } = await params;
  if (!isPeriod(year)) return nothingHereMetadata();
  const { locale } = await getSite();
  const words = messagesOf(locale);
  const period = formatPeriod(year, locale);
  return {
    title: fill(words.frame.storiesOf, { period }),
    description: fill(words.calendar.month, { period }),
    alternates: { canonical: archivePath(year) },
  };
}

export default async function YearPage({ params }: Props) {
  const { year } = await params;
  const now = new Date();
  if (!/^\d{4}$/.test(year) || !isPeriod(year)) return <NothingHere path={`/${year}`} />;
  const all = await archiveMonths(now);
  const months = all.filter(({ month }) => month.startsWith(year));
  if (months.length === 0) return <NothingHere path={`/${year}`} />;
  const site = await getSite();
  const messages = messagesOf(site.locale);
  const calendars = await Promise.all(months.map(({ month }) => getCalendar(month, site.locale, now)));
  const total = months.reduce((sum, { stories }) => sum + stories, 0);
  const others = [...new Set(all.map(({ month }) => month.slice(0, 4)))];
  return (
    <>
      <PageHeading label={messages.frame.archive} title={formatPeriod(year, site.locale)}>
        <p>{fill(messages.calendar.year, { stories: messages.stories(total) })}</p>
      </PageHeading>
      <ul className="grid gap-x-12 gap-y-10 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {calendars.map((calendar) => (
          <li key={calendar.month}>
            <ArchiveCalendar calendar={calendar} locale={site.locale} hasNeighbours={false} />
          </li>
        ))}
      </ul>
      <nav aria-label={messages.calendar.years} className="mt-10">
        <div className="scale" />
        <ul className="flex flex-wrap gap-x-2 pt-3">
          {others.map((other) => (
            <li key={other}>
              <a
                href={archivePath(other)}
                aria-current={other === year ? 'page' : undefined}
                className="quiet-link inline-block px-3 py-2 aria-[current]:bg-ink aria-[current]:text-paper"
              >
                {formatPeriod(other, site.locale)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
