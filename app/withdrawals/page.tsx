import type { Metadata } from 'next';
import { WithdrawalsPage } from './withdrawals-page';

export const metadata: Metadata = {
  title: 'Withdrawals',
  description: 'Stories that we took back, and why.',
  alternates: { canonical: '/withdrawals' },
};

export default function Page() {
  return <WithdrawalsPage page={1} />;
}
