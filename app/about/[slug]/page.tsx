import type { Metadata } from 'next';
import { AboutText } from '@/components/site/about-text';
import { getPage, listPages } from '@/lib/pages';
import { getSite } from '@/lib/site';
import { isSlug, pagePath } from '@/lib/urls';
import { NothingHere, nothingHereMetadata } from '@/app/nothing-here';

type Props = { params: Promise<{ slug: string }> };

export async function generateStaticParams() {
  return (await listPages()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const page = isSlug(slug) ? await getPage(slug) : undefined;
  if (!page) return nothingHereMetadata();
  const { title, summary, search } = page;
  return {
    title: search.title ?? title,
    description: search.description ?? summary ?? title,
    alternates: { canonical: pagePath(slug) },
  };
}

export default async function Page({ params }: Props) {
  const { slug } = await params;
  // /about is the about page's one address.
  const page = isSlug(slug) && slug !== 'about' ? await getPage(slug) : undefined;
  if (!page) return <NothingHere path={`/about/${slug}`} />;
  return (
    <AboutText title={page.title} summary={page.summary} page={page} pages={await listPages()} site={await getSite()} />
  );
}
