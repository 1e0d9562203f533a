import type { Metadata } from 'next';
import { PageHeading } from '@/components/site/page-heading';
import { messagesOf } from '@/lib/messages/messages-of';
import { getSite } from '@/lib/site';

export async function generateMetadata(): Promise<Metadata> {
  const words = messagesOf((await getSite()).locale).offline;
  return { title: words.title, robots: { index: false } };
}

/** What readers see who are offline and ask for a page that is not kept; public/sw.js puts the kept stories into the list. */
export default async function Offline() {
  const words = messagesOf((await getSite()).locale).offline;
  return (
    <>
      <PageHeading title={words.title}>
        <p>{words.explanation}</p>
      </PageHeading>
      <section aria-labelledby="kept-title" className="max-w-2xl pb-16">
        <h2 id="kept-title" className="headline border-t-3 border-strong pt-2 pb-1 text-xl">
          {words.kept}
        </h2>
        <ul
          id="kept-stories"
          className="divide-y divide-rule [&_a]:block [&_a]:py-3 [&_a]:font-headline [&_a]:text-lg [&_a]:font-semibold"
        />
        <p className="py-3 text-soft [ul:not(:empty)+&]:hidden">{words.nothingKept}</p>
      </section>
    </>
  );
}
