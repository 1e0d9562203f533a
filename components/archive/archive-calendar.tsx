import type { CalendarDay, CalendarMonth } from '@/lib/archive';
import { formatPeriod, weekdaysFrom } from '@/lib/dates';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { archivePath } from '@/lib/urls';
import { Arrow } from './arrow';

type Props = {
  calendar: CalendarMonth;
  locale: string;
  /** The day that the page is about. */
  current?: string;
  /** The month is linked, but where the page is the month's own. */
  isLinked?: boolean;
  hasNeighbours?: boolean;
};

/** A month of the archive. Days with stories are links, named in full; neighbours without stories are skipped. */
export function ArchiveCalendar({ calendar, locale, current, isLinked = true, hasNeighbours = true }: Props) {
  const title = formatPeriod(calendar.month, locale);
  return (
    <div className="border-t-3 border-strong">
      <table className="w-full table-fixed border-collapse text-center text-[0.9375rem] tabular-nums">
        <caption className="py-2.5 text-start font-headline text-base font-semibold">
          {isLinked ? (
            <a href={archivePath(calendar.month)} className="quiet-link">
              {title}
            </a>
          ) : (
            title
          )}
        </caption>
        <thead>
          <tr className="border-b border-rule text-[0.75rem] text-soft">
            {weekdaysFrom(calendar.firstWeekday).map((date) => (
              <th key={date.getTime()} scope="col" className="pb-1 font-normal">
                <abbr title={weekday(date, locale, 'long')} className="no-underline">
                  {weekday(date, locale, 'short')}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendar.weeks.map((week, index) => (
            <tr key={index}>
              {week.map((day, column) => (
                <td key={column} className="p-px">
                  {day && <Day day={day} locale={locale} isCurrent={day.day === current} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {hasNeighbours && <Neighbours calendar={calendar} locale={locale} />}
    </div>
  );
}

function Day({ day: { day, stories }, locale, isCurrent }: { day: CalendarDay; locale: string; isCurrent: boolean }) {
  const number = new Intl.NumberFormat(locale).format(Number(day.slice(8)));
  if (stories === 0) return <span className="grid h-9 place-items-center text-soft">{number}</span>;
  return (
    <a
      href={archivePath(day)}
      aria-label={fill(messagesOf(locale).calendar.day, {
        day: formatPeriod(day, locale),
        stories: messagesOf(locale).stories(stories),
      })}
      aria-current={isCurrent ? 'date' : undefined}
      className="grid h-9 place-items-center border-b-2 border-accent bg-sheet font-semibold no-underline hover:bg-ink hover:text-paper aria-[current]:bg-ink aria-[current]:text-paper"
    >
      {number}
    </a>
  );
}

function Neighbours({ calendar: { month, previous, next }, locale }: { calendar: CalendarMonth; locale: string }) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={fill(messagesOf(locale).calendar.around, { period: formatPeriod(month, locale) })}>
      <ul className="label mt-1 flex justify-between border-t border-rule">
        <li>{previous && <MonthLink month={previous} locale={locale} rel="prev" />}</li>
        <li>{next && <MonthLink month={next} locale={locale} rel="next" />}</li>
      </ul>
    </nav>
  );
}

function MonthLink({ month, locale, rel }: { month: string; locale: string; rel: 'prev' | 'next' }) {
  return (
    <a href={archivePath(month)} rel={rel} className="quiet-link inline-block py-2">
      {rel === 'prev' && <Arrow character="←" />}
      {formatPeriod(month, locale)}
      {rel === 'next' && <Arrow character="→" />}
    </a>
  );
}

function weekday(date: Date, locale: string, length: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(date);
}
