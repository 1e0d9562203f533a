import { getCalendar, type CalendarMonth } from './archive';
import type { CategoryCount } from './categories';
import type { Period } from './dates';
import { getFrame } from './frame';

/** What stands beside stories: the sections with their counts, and a month of the archive. */
export type Sidebar = { categories: CategoryCount[]; calendar: CalendarMonth | undefined };

/** @param month yyyy-mm; by default the newest with stories */
export async function getSidebar(now: Date, month?: Period): Promise<Sidebar> {
  const { categories, months, site } = await getFrame(now);
  const shown = month ?? months.at(-1)?.month;
  return { categories, calendar: shown === undefined ? undefined : await getCalendar(shown, site.locale, now) };
}
