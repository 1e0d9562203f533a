import type { BodyHeading } from '@/lib/mdx/body';
import { messagesOf } from '@/lib/messages/messages-of';

/** Stories with fewer sections are quicker to scroll than to look up. */
const fewestHeadings = 4;

export function hasTableOfContents(headings: BodyHeading[]): boolean {
  return headings.length >= fewestHeadings;
}

export function TableOfContents({ headings, locale }: { headings: BodyHeading[]; locale: string }) {
  if (!hasTableOfContents(headings)) return null;
  return (
    <nav aria-labelledby="contents" className="no-print border-t border-rule pt-3">
      <h2 id="contents" className="label font-semibold">
        {messagesOf(locale).story.contents}
      </h2>
      <ol className="mt-1">
        {headings
          .filter(({ depth }) => depth <= 3)
          .map(({ id, text, depth }) => (
            <li key={id} className={depth === 3 ? 'ps-4' : ''}>
              <a href={`#${id}`} className="quiet-link block py-1 text-[0.9375rem] leading-snug">
                {text}
              </a>
            </li>
          ))}
      </ol>
    </nav>
  );
}
