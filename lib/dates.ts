import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isMatch } from 'date-fns/isMatch';

/** The calendar day of a moment in a zone, yyyy-mm-dd. */
export function dayIn(timeZone: string, moment: Date): string {
  return format(new TZDate(moment, timeZone), 'yyyy-MM-dd');
}

/** A period of an archive: 2025, 2025-10 or 2025-10-25. */
export type Period = string;

/** Whether a text is a year, a month or a day that exists, written as in a Period. */
export function isPeriod(text: string): boolean {
  if (!/^[12]\d{3}(-\d{2}){0,2}$/.test(text)) return false;
  return isMatch(text, 'yyyy-MM-dd'.slice(0, text.length));
}

/** The first moment of a period in a zone, and the first moment after it. */
export function periodBounds(period: Period, timeZone: string): { start: Date; end: Date } {
  const [year = 1970, month, day] = period.split('-').map(Number);
  const start = new TZDate(year, (month ?? 1) - 1, day ?? 1, timeZone);
  // From the calendar, not from `start`: where clocks skip midnight, a day that began at one ends at midnight.
  const end = day
    ? new TZDate(year, (month ?? 1) - 1, day + 1, timeZone)
    : month
      ? new TZDate(year, month, 1, timeZone)
      : new TZDate(year + 1, 0, 1, timeZone);
  return { start: new Date(start.getTime()), end: new Date(end.getTime()) };
}

/**
 * The moment at which a clock in a zone shows a time.
 *
 * @param day yyyy-mm-dd
 * @param time hh:mm or hh:mm:ss
 */
export function momentIn(timeZone: string, day: string, time: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hours, minutes, seconds, timeZone).getTime());
}

/** ISO 8601 in a zone with its offset, 2025-10-25T09:30:00+09:00. */
export function isoIn(timeZone: string, moment: Date): string {
  return format(new TZDate(moment, timeZone), "yyyy-MM-dd'T'HH:mm:ssxxx");
}

type DateStyle = 'year' | 'day' | 'short' | 'month' | 'moment' | 'weekday';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  moment: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as readers of a locale write it, in a zone, by the Gregorian calendar: the archive and its addresses follow it,
 * so that 1447 on a page would never be found under /2025.
 *
 * @param locale a BCP 47 tag
 */
export function formatDate(moment: Date, style: DateStyle, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone} ${style}`;
  const formatter =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone, calendar: 'gregory' });
  formats.set(key, formatter);
  return formatter.format(moment);
}

/** A period as readers of a locale write it: 2025, October 2025, Saturday 25 October 2025. */
export function formatPeriod(period: Period, locale: string): string {
  const [year = 1970, month, day] = period.split('-').map(Number);
  const style = day ? 'weekday' : month ? 'month' : 'year';
  return formatDate(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)), style, locale, 'UTC');
}

/**
 * The day that weeks begin with in a locale: 1 for Monday to 7 for Sunday (CLDR's week data).
 *
 * @param locale a BCP 47 tag
 */
export function firstWeekday(locale: string): number {
  const region = new Intl.Locale(locale);
  // A method since ECMA-402 of 2024, a property before.
  const read: unknown = Reflect.get(region, 'getWeekInfo');
  const info: unknown = typeof read === 'function' ? Reflect.apply(read, region, []) : Reflect.get(region, 'weekInfo');
  const first = typeof info === 'object' && info !== null && 'firstDay' in info ? info.firstDay : undefined;
  return typeof first === 'number' ? first : 1;
}

/** The seven days of a week as moments in UTC, from the weekday that it begins with. */
export function weekdaysFrom(firstWeekday: number): Date[] {
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2024, 0, firstWeekday + index)));
}
