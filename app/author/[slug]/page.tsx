import type { Metadata } from 'next';
import { getAuthors } from '@/lib/authors';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
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
  if (!author) return nothingHereMetadata();
  const words = messagesOf((await getSite()).locale).pages;
  return {
    title: author.name,
    description: author.role ? `${author.name}: ${author.role}.` : fill(words.storiesBy, { name: author.name }),
    alternates: { canonical: authorPath(slug) },
  };
}

export default async function Page({ params }: Props) {
  return <AuthorPage slug={(await params).slug} page={1} />;
}
