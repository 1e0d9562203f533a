import type { Metadata } from 'next';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { tagName } from '@/lib/tags';
import { isSlug, tagPath } from '@/lib/urls';
import { TagPage } from '../tag-page';
import { nothingHereMetadata } from '@/app/nothing-here';

type Props = { params: Promise<{ slug: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  if (!isSlug(slug)) return nothingHereMetadata();
  const site = await getSite();
  const name = tagName(slug, site);
  const description = fill(messagesOf(site.locale).pages.storiesTagged, { name });
  return { title: name, description, alternates: { canonical: tagPath(slug) } };
}

export default async function Page({ params }: Props) {
  return <TagPage slug={(await params).slug} page={1} />;
}
