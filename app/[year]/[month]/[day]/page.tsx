import type { Metadata } from 'next';
import { ArchivePage } from '@/components/archive/archive-page';
import { formatPeriod, isPeriod } from '@/lib/dates';
import { getArchivePage } from '@/lib/archive-page';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { breadcrumbList } from '@/lib/json-ld/breadcrumb-list';
import { archiveTrail } from '@/lib/trail';
import { archivePath } from '@/lib/urls';
import { NothingHere, nothingHereMetadata } from '@/app/nothing-here';
import { StructuredData } from '@/app/structured-data';

type Props = { params: Promise<{ year: string; month: string; day: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, month, day } = await params;
  const period = `${year}-${month}-${day}`;
  if (!isPeriod(period)) return nothingHereMetadata();
  const { locale } = await getSite();
  const title = formatPeriod(period, locale);
  const description = fill(messagesOf(locale).calendar.storiesOf, { period: title });
  return { title, description, alternates: { canonical: archivePath(period) } };
}

export default async function DayPage({ params }: Props) {
  const { year, month, day } = await params;
  const now = new Date();
  const archive = await getArchivePage(`${year}-${month}-${day}`, now);
  if (!archive) return <NothingHere path={`/${year}/${month}/${day}`} />;
  const site = await getSite();
  const trail = archiveTrail(archive.period, site.locale);
  const title = formatPeriod(archive.period, site.locale);
  return (
    <>
      <StructuredData describe={({ siteUrl }) => [breadcrumbList(trail, title, siteUrl)]} />
      <ArchivePage archive={archive} site={site} />
    </>
  );
}
