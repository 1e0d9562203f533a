import type { ReactNode } from 'react';
import type { ArticleSummary } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Paged } from '@/lib/pagination';
import type { Site } from '@/lib/site';
import { AdSlot } from '../ads/ad-slot';
import { StoryList } from '../article/story-list';
import { Pagination } from './pagination';

type Props = {
  site: Site;
  /** The page's heading. */
  heading: ReactNode;
  list: Paged<ArticleSummary>;
  /** What is listed, for readers who hear the pagination. */
  label: string;
  path: string;
  hasCategory?: boolean;
  sidebar: ReactNode;
};

/** Every list of stories: front page 2, a section, an author, a tag, a day. */
export function ListPage({ site, heading, list, label, path, hasCategory, sidebar }: Props) {
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
      <div className="min-w-0">
        {heading}
        {list.items.length > 0 ? (
          <StoryList articles={list.items} site={site} hasCategory={hasCategory} />
        ) : (
          <p className="border-t border-rule py-8 text-lg">{messagesOf(site.locale).noStoryYet}</p>
        )}
        <Pagination page={list.page} pages={list.pages} path={path} label={label} locale={site.locale} />
      </div>
      <div className="grid content-start gap-10 lg:pt-12">
        {sidebar}
        {site.ads && <AdSlot place="sidebar" locale={site.locale} className="max-lg:hidden" />}
      </div>
    </div>
  );
}
