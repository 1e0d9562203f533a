import type { Metadata } from 'next';
import { getAuthors } from '@/lib/authors';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
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
  if (!author || !number) return nothingHereMetadata();
  const words = messagesOf((await getSite()).locale).pages;
  const title = fill(words.titled, { title: author.name, page: number });
  return {
    title,
    description: fill(words.storiesBy, { name: title }),
    alternates: { canonical: numberedPath(authorPath(slug), number) },
  };
}

export default async function Page({ params }: Props) {
  const { slug, page } = await params;
  return <AuthorPage slug={slug} page={parsePageNumber(page)} />;
}
