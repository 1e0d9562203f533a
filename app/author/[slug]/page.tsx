import type { Metadata } from 'next';
import { getAuthors } from '@/lib/authors';
import { authorPath, isSlug } from '@/lib/urls';
import { AuthorPage } from '../author-page';
import { nothingHereMetadata } from '@/app/nothing-here';

type Props = { params: Promise<{ slug: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [author] = isSlug(slug) ? await getAuthors([slug]) : [];
  if (!author) return nothingHereMetadata;
  return {
    title: author.name,
    description: author.role ? `${author.name}: ${author.role}.` : `Stories by ${author.name}.`,
    alternates: { canonical: authorPath(slug) },
  };
}

export default async function Page({ params }: Props) {
  return <AuthorPage slug={(await params).slug} page={1} />;
}
