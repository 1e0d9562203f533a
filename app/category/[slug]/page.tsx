import type { Metadata } from 'next';
import { getCategory, listCategories } from '@/lib/categories';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { categoryPath, isSlug } from '@/lib/urls';
import { CategoryPage } from '../category-page';
import { nothingHereMetadata } from '@/app/nothing-here';

type Props = { params: Promise<{ slug: string }> };

export async function generateStaticParams() {
  return (await listCategories(new Date())).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const category = isSlug(slug) ? await getCategory(slug) : undefined;
  if (!category) return nothingHereMetadata();
  const words = messagesOf((await getSite()).locale).pages;
  return {
    title: category.name,
    description: category.description ?? fill(words.sectionOf, { name: category.name }),
    alternates: { canonical: categoryPath(slug) },
  };
}

export default async function Page({ params }: Props) {
  return <CategoryPage slug={(await params).slug} page={1} />;
}
