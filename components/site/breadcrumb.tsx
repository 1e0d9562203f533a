import { messagesOf } from '@/lib/messages/messages-of';

import type { TrailStep } from '@/lib/trail';

type Props = { trail: TrailStep[]; locale: string };

/** Where a page stands: the front page, then the way down. */
export function Breadcrumb({ trail, locale }: Props) {
  const words = messagesOf(locale).frame;
  return (
    <nav aria-label={words.breadcrumb} className="no-print">
      <ol className="label flex flex-wrap gap-x-2 text-soft">
        {trail.map(({ name, path }, index) => (
          <li key={path} className="flex gap-x-2">
            {index > 0 && (
              <span aria-hidden="true" className="rtl:-scale-x-100">
                ›
              </span>
            )}
            <a href={path} className="quiet-link inline-block py-1">
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
