import type { Site } from '@/lib/site';

const plainDisclaimer =
  'What is published here is for information. It is not advice, and it may have been overtaken by events.';

/** What the paper owes those it writes about, below every story. */
export function TakedownNotice({ site }: { site: Site }) {
  const { takedownEmail, contactEmail } = site.publisher;
  const address = takedownEmail ?? contactEmail;
  return (
    <section aria-label="Disclaimer and takedown" className="label mt-10 border-t border-rule pt-4 text-soft">
      <p>{site.disclaimer ?? plainDisclaimer}</p>
      <p className="mt-2">
        Is something here wrong, or does it concern your rights? Write to{' '}
        <a href={`mailto:${address}`} className="link whitespace-nowrap">
          {address}
        </a>{' '}
        with the address of the page, and we will look at it: we correct, add or take down what has to be.
      </p>
    </section>
  );
}
