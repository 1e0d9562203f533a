import type { Metadata } from 'next';
import { getCategory, listCategories } from '@/lib/categories';
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
  if (!category) return nothingHereMetadata;
  return {
    title: category.name,
    description: category.description ?? `Stories of the section ${category.name}.`,
    alternates: { canonical: categoryPath(slug) },
  };
}

export default async function Page({ params }: Props) {
  return <CategoryPage slug={(await params).slug} page={1} />;
}
