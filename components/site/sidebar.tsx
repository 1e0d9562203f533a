import type { Sidebar as SidebarData } from '@/lib/sidebar';
import type { Site } from '@/lib/site';
import { ArchiveCalendar } from '../archive/archive-calendar';
import { CategoryList } from './category-list';

type Props = SidebarData & { site: Site; category?: string; day?: string };

export function Sidebar({ categories, calendar, site, category, day }: Props) {
  return (
    <>
      <CategoryList categories={categories} current={category} />
      {calendar && (
        <section aria-label="Archive calendar">
          <ArchiveCalendar calendar={calendar} locale={site.locale} current={day} />
        </section>
      )}
    </>
  );
}
