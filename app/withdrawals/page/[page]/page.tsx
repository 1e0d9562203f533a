import type { Metadata } from 'next';
import { parsePageNumber } from '@/lib/urls';
import { WithdrawalsPage } from '../../withdrawals-page';

type Props = { params: Promise<{ page: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params;
  return { title: `Withdrawals, page ${page}`, alternates: { canonical: `/withdrawals/page/${page}` } };
}

export default async function Page({ params }: Props) {
  return <WithdrawalsPage page={parsePageNumber((await params).page)} />;
}
