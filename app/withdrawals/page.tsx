import type { Metadata } from 'next';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import { WithdrawalsPage } from './withdrawals-page';

export async function generateMetadata(): Promise<Metadata> {
  const words = messagesOf((await getSite()).locale).withdrawals;
  return { title: words.title, description: words.summary, alternates: { canonical: '/withdrawals' } };
}

export default function Page() {
  return <WithdrawalsPage page={1} />;
}
