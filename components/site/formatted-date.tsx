import { formatDate, isoIn } from '@/lib/dates';
import type { Site } from '@/lib/site';

type Props = { date: Date; style: 'day' | 'short' | 'moment'; site: Pick<Site, 'locale' | 'timeZone'> };

/** The one place that prints a moment: for people in the paper's language and zone, for machines in ISO 8601. */
export function FormattedDate({ date, style, site }: Props) {
  return <time dateTime={isoIn(site.timeZone, date)}>{formatDate(date, style, site.locale, site.timeZone)}</time>;
}
