import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { Suspense } from 'react';
import { NotFoundText } from '@/components/site/not-found-text';
import { getFrame } from '@/lib/frame';
import { redirectFrom } from '@/lib/redirects';

/**
 * What a page returns for an address that holds nothing: status 404, and a page that helps.
 *
 * notFound() thrown by a page itself would answer with an empty document that Next's client runtime fills, which our
 * readers do not have. Thrown within <Suspense> of a page that is rendered whole, it sets the status and leaves what
 * stands around it.
 */
export async function NothingHere() {
  const { site, latest } = await getFrame(new Date());
  return (
    <>
      <NotFoundText site={site} articles={latest} />
      <Suspense fallback={null}>
        <Answer404 />
      </Suspense>
    </>
  );
}

function Answer404(): never {
  notFound();
}

/** The same for an address that a story may have had once: 308 to where it lives today. */
export async function MovedOrNothing({ path }: { path: string }) {
  const target = await redirectFrom(path, new Date());
  if (target) permanentRedirect(target);
  return <NothingHere />;
}

export const nothingHereMetadata: Metadata = { title: 'Page not found', robots: { index: false } };
