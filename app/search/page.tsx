import type { Metadata } from 'next';
import { SearchPage } from '@/components/site/search-page';
import { listAuthors } from '@/lib/authors';
import { listCategories } from '@/lib/categories';
import { searchArticles } from '@/lib/search';
import { readSearchParams } from '@/lib/search-params';
import { getSite } from '@/lib/site';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { filter } = readSearchParams(await searchParams);
  return {
    title: filter.query ? `Search: ${filter.query.slice(0, 60)}` : 'Search',
    description: 'Search every story of the paper.',
    alternates: { canonical: '/search' },
    robots: { index: false },
  };
}

export default async function Search({ searchParams }: Props) {
  const now = new Date();
  const { filter, page, problems } = readSearchParams(await searchParams);
  const site = await getSite();
  const [results, categories, authors] = await Promise.all([
    searchArticles(filter, page, site.timeZone, now),
    listCategories(now),
    listAuthors(now),
  ]);
  return (
    <SearchPage
      filter={filter}
      problems={problems}
      results={results}
      categories={categories}
      authors={authors}
      site={site}
    />
  );
}
