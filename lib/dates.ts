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

/** ISO 8601 in a zone with its offset, 2025-10-25T09:30:00+09:00. */
export function isoIn(timeZone: string, moment: Date): string {
  return format(new TZDate(moment, timeZone), "yyyy-MM-dd'T'HH:mm:ssxxx");
}

type DateStyle = 'day' | 'short' | 'month' | 'moment' | 'weekday';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
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
 * A moment as readers of a locale write it, in a zone.
 *
 * @param locale a BCP 47 tag
 */
export function formatDate(moment: Date, style: DateStyle, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone} ${style}`;
  const formatter = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone });
  formats.set(key, formatter);
  return formatter.format(moment);
}

/** A period as readers of a locale write it: 2025, October 2025, Saturday 25 October 2025. */
export function formatPeriod(period: Period, locale: string): string {
  const [year = 1970, month, day] = period.split('-').map(Number);
  if (!month) return String(year);
  return formatDate(new Date(Date.UTC(year, month - 1, day ?? 1)), day ? 'weekday' : 'month', locale, 'UTC');
}
