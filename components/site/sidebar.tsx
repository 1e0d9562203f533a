import type { Sidebar as SidebarData } from '@/lib/sidebar';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { ArchiveCalendar } from '../archive/archive-calendar';
import { CategoryList } from './category-list';

type Props = SidebarData & { site: Site; category?: string; day?: string };

export function Sidebar({ categories, calendar, site, category, day }: Props) {
  return (
    <>
      <CategoryList categories={categories} locale={site.locale} current={category} />
      {calendar && (
        <section aria-label={messagesOf(site.locale).calendar.title}>
          <ArchiveCalendar calendar={calendar} locale={site.locale} current={day} />
        </section>
      )}
    </>
  );
}
