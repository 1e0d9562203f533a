import { getCalendar, neighbouringDays, type CalendarMonth } from './archive';
import { latestArticles, type ArticleSummary } from './articles';
import { isPeriod, type Period } from './dates';
import { getSite } from './site';

/** A month or a day of the archive: all its stories, newest first, and the calendar around it. */
export type ArchivePage = {
  period: Period;
  articles: ArticleSummary[];
  calendar: CalendarMonth;
  /** For a day: the nearest days with stories. */
  previousDay: Period | undefined;
  nextDay: Period | undefined;
};

/** No newsroom publishes more in a month. */
const mostStories = 2000;

/** @returns undefined for a period that is none, or that has no stories */
export async function getArchivePage(period: Period, now: Date): Promise<ArchivePage | undefined> {
  if (!isPeriod(period)) return undefined;
  const { timeZone, locale } = await getSite();
  const articles = await latestArticles({ period: { period, timeZone } }, mostStories, now);
  if (articles.length === 0) return undefined;
  const isDay = period.length === 10;
  const { previous, next } = isDay ? await neighbouringDays(period, now) : { previous: undefined, next: undefined };
  return {
    period,
    articles,
    calendar: await getCalendar(period.slice(0, 7), locale, now),
    previousDay: previous,
    nextDay: next,
  };
}
