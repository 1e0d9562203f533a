import type { Metadata } from 'next';
import { SearchPage } from '@/components/site/search-page';
import { listAuthors } from '@/lib/authors';
import { listCategories } from '@/lib/categories';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { searchArticles } from '@/lib/search/search';
import { readSearchParams } from '@/lib/search/search-params';
import { getSite } from '@/lib/site';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const words = messagesOf((await getSite()).locale).search;
  const { filter } = readSearchParams(await searchParams, words);
  return {
    title: filter.query ? fill(words.titled, { query: filter.query.slice(0, 60) }) : words.title,
    description: words.summary,
    alternates: { canonical: '/search' },
    robots: { index: false },
  };
}

export default async function Search({ searchParams }: Props) {
  const now = new Date();
  const site = await getSite();
  const words = messagesOf(site.locale).search;
  const { filter, page, problems } = readSearchParams(await searchParams, words);
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
