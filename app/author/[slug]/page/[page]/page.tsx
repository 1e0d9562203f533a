import type { Metadata } from 'next';
import { getAuthors } from '@/lib/authors';
import { authorPath, isSlug, numberedPath, parsePageNumber } from '@/lib/urls';
import { AuthorPage } from '../../../author-page';
import { nothingHereMetadata } from '@/app/nothing-here';

type Props = { params: Promise<{ slug: string; page: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  const number = parsePageNumber(page);
  const [author] = isSlug(slug) && number ? await getAuthors([slug]) : [];
  if (!author || !number) return nothingHereMetadata;
  return {
    title: `${author.name}, page ${number}`,
    description: `Stories by ${author.name}, page ${number}.`,
    alternates: { canonical: numberedPath(authorPath(slug), number) },
  };
}

export default async function Page({ params }: Props) {
  const { slug, page } = await params;
  return <AuthorPage slug={slug} page={parsePageNumber(page)} />;
}
