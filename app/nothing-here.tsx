import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { Suspense } from 'react';
import { NotFoundText } from '@/components/site/not-found-text';
import { getFrame } from '@/lib/frame';
import { messagesOf } from '@/lib/messages/messages-of';
import { redirectFrom } from '@/lib/redirects';
import { getSite } from '@/lib/site';
import { decodePath } from '@/lib/urls';

/**
 * What a page returns for an address that holds nothing: 308 to where it leads, if a story lived there once; else
 * status 404, and a page that helps.
 *
 * notFound() thrown by a page itself would answer with an empty document that Next's client runtime fills, which our
 * readers do not have. Thrown within <Suspense> of a page that is rendered whole, it sets the status and leaves what
 * stands around it. On a page that is not cached it comes too late for the status, which the mark `data-status` then sets
 * (lib/no-client-runtime/documents-only.cjs).
 */
export async function NothingHere({ path }: { path: string }) {
  const now = new Date();
  // Params come percent-encoded.
  const target = await redirectFrom(decodePath(path), now);
  if (target) permanentRedirect(target);
  const { site, latest } = await getFrame(now);
  return (
    <div data-status="404">
      <NotFoundText site={site} articles={latest} />
      <Suspense fallback={null}>
        <AnswerNotFound />
      </Suspense>
    </div>
  );
}

/** Sets the status to 404; within <Suspense> only. */
export function AnswerNotFound(): never {
  notFound();
}

export async function nothingHereMetadata(): Promise<Metadata> {
  const { locale } = await getSite();
  return { title: messagesOf(locale).notFound.title, robots: { index: false } };
}
