import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { getISODay } from 'date-fns/getISODay';
import { visibleArticles } from './articles';
import { edition } from './edition/open-edition';
import { countsIn } from './story-counts';
import { firstWeekday, type Period } from './dates';

/** A month of the archive, yyyy-mm, and how many stories it holds. */
export type MonthCount = { month: Period; stories: number };

/** The months that hold stories, oldest first. */
export async function archiveMonths(now: Date): Promise<MonthCount[]> {
  const months = await countsIn('month', now);
  return [...months].map(([month, stories]) => ({ month, stories }));
}

/** How many stories each day of a month has, by yyyy-mm-dd. */
export function storiesByDay(month: Period, now: Date): Promise<Map<string, number>> {
  return countsIn('day', now, month);
}

/** A month as a calendar prints it. */
export type CalendarMonth = {
  month: Period;
  /** The day that weeks begin with in the paper's locale, 1 for Monday to 7 for Sunday. */
  firstWeekday: number;
  /** Undefined where a day belongs to another month. */
  weeks: (CalendarDay | undefined)[][];
  /** The nearest months with stories before and after. */
  previous: Period | undefined;
  next: Period | undefined;
};

export type CalendarDay = { day: Period; stories: number };

/**
 * The calendar of a month: every day with its number of stories, and the neighbours that are not empty.
 *
 * @param locale decides what day weeks begin with
 */
export async function getCalendar(month: Period, locale: string, now: Date): Promise<CalendarMonth> {
  const months = (await archiveMonths(now)).map((entry) => entry.month);
  const first = firstWeekday(locale);
  return {
    month,
    firstWeekday: first,
    weeks: monthGrid(month, await storiesByDay(month, now), first),
    previous: months.findLast((other) => other < month),
    next: months.find((other) => other > month),
  };
}

/**
 * Lays a month out in weeks.
 *
 * @param month yyyy-mm
 * @param stories how many stories a day has, by yyyy-mm-dd; days without are 0
 * @param first the day that weeks begin with, 1 for Monday to 7 for Sunday
 */
export function monthGrid(month: Period, stories: Map<string, number>, first: number): CalendarMonth['weeks'] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const firstDay = new Date(year, number - 1, 1);
  const before = (getISODay(firstDay) - first + 7) % 7;
  const days = Array.from({ length: getDaysInMonth(firstDay) }, (_, index) => {
    const day = `${month}-${String(index + 1).padStart(2, '0')}`;
    return { day, stories: stories.get(day) ?? 0 };
  });
  const cells = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => cells[week * 7 + weekday]),
  );
}

/** The days with stories before and after a day that has some itself. */
export async function neighbouringDays(
  day: Period,
  now: Date,
): Promise<{ previous: Period | undefined; next: Period | undefined }> {
  const days = edition().selectFrom('counts').select('name').where('list', '=', 'day').limit(1);
  const previous = await days.where('name', '<', day).orderBy('name', 'desc').executeTakeFirst();
  const next = await days.where('name', '>', day).orderBy('name').executeTakeFirst();
  // Of the days after it the first may be one whose stories are all scheduled; then those of the others are, too.
  const isNextVisible =
    next && (await visibleArticles(now).select('id').where('day', '=', next.name).limit(1).executeTakeFirst());
  return { previous: previous?.name, next: isNextVisible && next.name };
}
