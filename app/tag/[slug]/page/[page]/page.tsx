import type { Metadata } from 'next';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { tagName } from '@/lib/tags';
import { isSlug, numberedPath, parsePageNumber, tagPath } from '@/lib/urls';
import { TagPage } from '../../../tag-page';
import { nothingHereMetadata } from '@/app/nothing-here';

type Props = { params: Promise<{ slug: string; page: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  const number = parsePageNumber(page);
  if (!isSlug(slug) || !number) return nothingHereMetadata();
  const site = await getSite();
  const words = messagesOf(site.locale).pages;
  const title = fill(words.titled, { title: tagName(slug, site), page: number });
  return {
    title,
    description: fill(words.storiesTagged, { name: title }),
    alternates: { canonical: numberedPath(tagPath(slug), number) },
  };
}

export default async function Page({ params }: Props) {
  const { slug, page } = await params;
  return <TagPage slug={slug} page={parsePageNumber(page)} />;
}
