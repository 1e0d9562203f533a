import type { ArchivePage as ArchivePageData } from '@/lib/archive-page';
import { formatPeriod } from '@/lib/dates';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { archiveTrail } from '@/lib/trail';
import { archivePath } from '@/lib/urls';
import { StoryList } from '../article/story-list';
import { StoryCard } from '../article/story-card';
import { Breadcrumb } from '../site/breadcrumb';
import { PageHeading } from '../site/page-heading';
import { ArchiveCalendar } from './archive-calendar';
import { Arrow } from './arrow';

/** From this many stories on, a month prints headlines alone. */
const dense = 40;

/** A month or a day of the archive, the calendar beside it. */
export function ArchivePage({ archive, site }: { archive: ArchivePageData; site: Site }) {
  const { period, articles, calendar, previousDay, nextDay } = archive;
  const messages = messagesOf(site.locale);
  const isDay = period.length === 10;
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
      <div className="min-w-0">
        <div className="pt-6">
          <Breadcrumb trail={archiveTrail(period, site.locale)} locale={site.locale} />
        </div>
        <div className="-mt-4">
          <PageHeading title={formatPeriod(period, site.locale)}>
            <p>{messages.stories(articles.length)}</p>
          </PageHeading>
        </div>
        {articles.length < dense ? (
          <StoryList articles={articles} site={site} />
        ) : (
          <ul className="gap-x-10 border-t border-rule md:columns-2">
            {articles.map((article) => (
              <li key={article.id} className="break-inside-avoid border-b border-rule py-4">
                <StoryCard article={article} site={site} heading="h2" layout="headline" hasSummary={false} />
              </li>
            ))}
          </ul>
        )}
        {isDay && (
          <nav aria-label={messages.calendar.days} className="mt-6">
            <div className="scale" />
            <ul className="flex flex-wrap justify-between gap-x-6 pt-3">
              <li>{previousDay && <DayLink day={previousDay} locale={site.locale} rel="prev" />}</li>
              <li>{nextDay && <DayLink day={nextDay} locale={site.locale} rel="next" />}</li>
            </ul>
          </nav>
        )}
      </div>
      <section aria-label={messages.calendar.title} className="lg:pt-12">
        <ArchiveCalendar
          calendar={calendar}
          locale={site.locale}
          current={isDay ? period : undefined}
          isLinked={isDay}
        />
      </section>
    </div>
  );
}

function DayLink({ day, locale, rel }: { day: string; locale: string; rel: 'prev' | 'next' }) {
  return (
    <a href={archivePath(day)} rel={rel} className="quiet-link inline-block py-2">
      {rel === 'prev' && <Arrow character="←" />}
      {formatPeriod(day, locale)}
      {rel === 'next' && <Arrow character="→" />}
    </a>
  );
}
