import type { Metadata } from 'next';
import { AboutText } from '@/components/site/about-text';
import { getPage, listPages } from '@/lib/pages';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { newsMediaOrganization } from '@/lib/json-ld/organization';
import { getSite } from '@/lib/site';
import { StructuredData } from '@/app/structured-data';

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite();
  const search = (await getPage('about'))?.search;
  return {
    title: search?.title ?? fill(messagesOf(site.locale).about.title, { paper: site.name }),
    description: search?.description ?? site.description,
    alternates: { canonical: '/about' },
  };
}

/** content/pages/about.mdx where there is one; what content/site.yaml says of the paper in any case. */
export default async function About() {
  const [site, page, pages] = await Promise.all([getSite(), getPage('about'), listPages()]);
  return (
    <>
      <StructuredData describe={(paper) => [newsMediaOrganization(paper)]} />
      <AboutText
        title={page?.title ?? fill(messagesOf(site.locale).about.title, { paper: site.name })}
        summary={page?.summary ?? site.description}
        page={page}
        pages={pages}
        site={site}
      />
    </>
  );
}
