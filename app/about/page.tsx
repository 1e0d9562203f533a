import type { Metadata } from 'next';
import { AboutText } from '@/components/site/about-text';
import { getPage, listPages } from '@/lib/pages';
import { getSite } from '@/lib/site';

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite();
  return { title: `About ${site.name}`, description: site.description, alternates: { canonical: '/about' } };
}

/** content/pages/about.mdx where there is one; what content/site.yaml says of the paper in any case. */
export default async function About() {
  const [site, page, pages] = await Promise.all([getSite(), getPage('about'), listPages()]);
  return (
    <AboutText
      title={page?.title ?? `About ${site.name}`}
      summary={page?.summary ?? site.description}
      page={page}
      pages={pages}
      site={site}
    />
  );
}
