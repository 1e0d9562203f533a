import type { Metadata } from 'next';
import { FrontPage } from '@/components/site/front-page';
import { AdSlot } from '@/components/ads/ad-slot';
import { getFrontPage } from '@/lib/front-page';
import { webSite } from '@/lib/json-ld/web-site';
import { getSite } from '@/lib/site';
import { StructuredData } from './structured-data';

export const metadata: Metadata = { alternates: { canonical: '/' } };

export default async function Front() {
  const now = new Date();
  const site = await getSite();
  return (
    <>
      <StructuredData describe={(paper) => [webSite(paper)]} />
      <FrontPage
        site={site}
        front={await getFrontPage(now)}
        banner={site.ads ? <AdSlot place="banner" locale={site.locale} /> : undefined}
      />
    </>
  );
}
