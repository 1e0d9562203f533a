import type { Metadata } from 'next';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { parsePageNumber } from '@/lib/urls';
import { WithdrawalsPage } from '../../withdrawals-page';

type Props = { params: Promise<{ page: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params;
  const words = messagesOf((await getSite()).locale);
  const title = fill(words.pages.titled, { title: words.withdrawals.title, page });
  return { title, alternates: { canonical: `/withdrawals/page/${page}` } };
}

export default async function Page({ params }: Props) {
  return <WithdrawalsPage page={parsePageNumber((await params).page)} />;
}
