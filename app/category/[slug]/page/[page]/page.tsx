import type { Metadata } from 'next';
import { getCategory } from '@/lib/categories';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { categoryPath, isSlug, numberedPath, parsePageNumber } from '@/lib/urls';
import { CategoryPage } from '../../../category-page';
import { nothingHereMetadata } from '@/app/nothing-here';

type Props = { params: Promise<{ slug: string; page: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  const number = parsePageNumber(page);
  const category = isSlug(slug) && number ? await getCategory(slug) : undefined;
  if (!category || !number) return nothingHereMetadata();
  const words = messagesOf((await getSite()).locale).pages;
  return {
    title: fill(words.titled, { title: category.name, page: number }),
    description: category.description ?? fill(words.sectionOf, { name: category.name }),
    alternates: { canonical: numberedPath(categoryPath(slug), number) },
  };
}

export default async function Page({ params }: Props) {
  const { slug, page } = await params;
  return <CategoryPage slug={slug} page={parsePageNumber(page)} />;
}
