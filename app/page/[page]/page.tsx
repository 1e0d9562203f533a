import type { Metadata } from 'next';
import { ListPage } from '@/components/site/list-page';
import { PageHeading } from '@/components/site/page-heading';
import { Sidebar } from '@/components/site/sidebar';
import { listArticles } from '@/lib/articles';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSidebar } from '@/lib/sidebar';
import { getSite } from '@/lib/site';
import { numberedPath, parsePageNumber } from '@/lib/urls';
import { NothingHere } from '@/app/nothing-here';

type Props = { params: Promise<{ page: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params;
  const words = messagesOf((await getSite()).locale);
  const title = fill(words.pages.titled, { title: words.allStories, page });
  return { title, alternates: { canonical: `/page/${page}` } };
}

export default async function LatestPage({ params }: Props) {
  const { page: text } = await params;
  const page = parsePageNumber(text);
  if (!page) return <NothingHere path={`/page/${text}`} />;
  const now = new Date();
  const list = await listArticles({}, page, now);
  if (list.items.length === 0) return <NothingHere path={`/page/${text}`} />;
  const site = await getSite();
  const words = messagesOf(site.locale);
  const numbers = new Intl.NumberFormat(site.locale);
  const label = fill(words.pages.of, { page: numbers.format(page), pages: numbers.format(list.pages) });
  return (
    <ListPage
      site={site}
      heading={<PageHeading title={words.allStories} label={label} />}
      list={list}
      label={words.allStories}
      path={numberedPath('/', 1)}
      sidebar={<Sidebar {...await getSidebar(now)} site={site} />}
    />
  );
}
