import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PreviewExpired, PreviewNotice } from '@/components/article/preview-notice';
import { getArticle, getUnpublishedArticle } from '@/lib/articles';
import { isPeriod } from '@/lib/dates';
import { messagesOf } from '@/lib/messages/messages-of';
import { readPreviewPass } from '@/lib/preview';
import { readSettings } from '@/lib/settings';
import { getSite } from '@/lib/site';
import { articlePath, isSlug } from '@/lib/urls';
import { NothingHere } from '@/app/nothing-here';
import { Story } from '@/app/story';

type Props = {
  params: Promise<{ year: string; month: string; day: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: messagesOf((await getSite()).locale).preview.label,
    robots: { index: false, follow: false, noarchive: true },
    // The address is the key: no site that the story links to may learn it.
    referrer: 'no-referrer',
  };
}

/** A draft or scheduled story as it will look, for whoever holds a signed link. Never cached: it reads its query. */
export default async function Page({ params, searchParams }: Props) {
  const { year, month, day, slug } = await params;
  const date = `${year}-${month}-${day}`;
  const nothing = <NothingHere path={`/preview/${year}/${month}/${day}/${slug}`} />;
  const { publishSecret } = readSettings();
  if (!publishSecret || !isPeriod(date) || !isSlug(slug)) return nothing;
  const path = articlePath(date, slug);
  const now = new Date();
  const pass = readPreviewPass(path, await searchParams, publishSecret, now);
  if (pass.state === 'wrong') return nothing;
  if (pass.state === 'expired') return <PreviewExpired until={pass.until} site={await getSite()} />;
  const article = await getUnpublishedArticle(path, now);
  if (!article) {
    if (await getArticle(path, now)) redirect(path);
    return nothing;
  }
  return (
    <>
      <PreviewNotice article={article} until={pass.until} now={now} site={await getSite()} />
      <Story article={article} now={now} />
    </>
  );
}
