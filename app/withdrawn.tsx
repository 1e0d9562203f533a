import type { Metadata } from 'next';
import { Suspense } from 'react';
import { WithdrawnText } from '@/components/article/withdrawn-text';
import { getFrame } from '@/lib/frame';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';
import type { Withdrawal } from '@/lib/withdrawals';
import { AnswerNotFound } from './nothing-here';

/**
 * What the page of a withdrawn story returns: that it was withdrawn, when and why, and nothing of what it said. The mark
 * `data-status` makes the status 410 (lib/no-client-runtime/documents-only.cjs).
 */
export async function Withdrawn({ withdrawal }: { withdrawal: Withdrawal }) {
  const { site, latest } = await getFrame(new Date());
  return (
    <div data-status="410">
      <WithdrawnText withdrawal={withdrawal} site={site} articles={latest} />
      <Suspense fallback={null}>
        <AnswerNotFound />
      </Suspense>
    </div>
  );
}

export async function withdrawnMetadata(): Promise<Metadata> {
  const { locale } = await getSite();
  return { title: messagesOf(locale).withdrawals.heading, robots: { index: false } };
}
