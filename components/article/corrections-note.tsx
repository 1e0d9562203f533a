import type { Article } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { FormattedDate } from '../site/formatted-date';

type Props = { corrections: Article['corrections']; site: Site };

export function CorrectionsNote({ corrections, site }: Props) {
  if (corrections.length === 0) return null;
  const words = messagesOf(site.locale).story;
  return (
    <section aria-labelledby="corrections" className="mt-10 border-s-3 border-accent bg-sheet px-5 py-4">
      <h2 id="corrections" className="headline text-base">
        {words.corrections(corrections.length)}
      </h2>
      <ul>
        {corrections.map(({ date, text }) => (
          <li key={`${date.getTime()} ${text}`} className="mt-1 text-[0.975rem]">
            <span className="label text-soft">
              <FormattedDate date={date} style="day" site={site} />.
            </span>{' '}
            {text}
          </li>
        ))}
      </ul>
      <p className="label mt-2">
        <a href="/corrections" className="link">
          {words.allCorrections}
        </a>
      </p>
    </section>
  );
}
