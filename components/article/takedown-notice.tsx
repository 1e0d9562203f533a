import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { Sentence } from '../site/sentence';

/** What the paper owes those it writes about, below every story. */
export function TakedownNotice({ site }: { site: Site }) {
  const { takedownEmail, contactEmail } = site.publisher;
  const words = messagesOf(site.locale).story;
  const address = takedownEmail ?? contactEmail;
  return (
    <section aria-label={words.legal} className="label mt-10 border-t border-rule pt-4 text-soft">
      <p>{site.disclaimer ?? words.disclaimer}</p>
      <p className="mt-2">
        <Sentence
          message={words.takedown}
          parts={{
            address: (
              <a href={`mailto:${address}`} className="link whitespace-nowrap">
                {address}
              </a>
            ),
          }}
        />
      </p>
    </section>
  );
}
