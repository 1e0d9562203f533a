import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import { numberedPath } from '@/lib/urls';

type Props = {
  page: number;
  pages: number;
  /** What is paged, for readers who hear it: “Climate”. */
  label: string;
  /** The list's own address; pages follow as /page/n, or as ?page=n on a search. */
  path: string;
  query?: URLSearchParams;
  locale: string;
};

export function Pagination({ page, pages, label, path, query, locale }: Props) {
  if (pages <= 1) return null;
  const words = messagesOf(locale).pages;
  const numbers = new Intl.NumberFormat(locale);
  const hrefOf = (number: number) => {
    if (!query) return numberedPath(path, number);
    const target = new URLSearchParams(query);
    if (number > 1) target.set('page', String(number));
    return `${path}?${target}`;
  };
  return (
    <nav aria-label={fill(words.label, { list: label })} className="mt-8">
      <div className="scale" />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pt-4">
        <p className="label text-soft">
          {fill(words.of, { page: numbers.format(page), pages: numbers.format(pages) })}
        </p>
        <ul className="flex flex-wrap items-center gap-1">
          {page > 1 && (
            <li>
              <a href={hrefOf(page - 1)} rel="prev" className="link inline-block px-3 py-2">
                {words.newer}
              </a>
            </li>
          )}
          {numbersAround(page, pages).map((number, index, all) => (
            <li key={number} className="flex items-center">
              {index > 0 && number - (all[index - 1] ?? 0) > 1 && (
                <span className="px-1 text-soft" aria-hidden="true">
                  …
                </span>
              )}
              <a
                href={hrefOf(number)}
                aria-label={fill(words.page, { page: numbers.format(number) })}
                aria-current={number === page ? 'page' : undefined}
                className="quiet-link grid h-10 min-w-10 place-items-center px-2 aria-[current]:bg-ink aria-[current]:text-paper"
              >
                {numbers.format(number)}
              </a>
            </li>
          ))}
          {page < pages && (
            <li>
              <a href={hrefOf(page + 1)} rel="next" className="link inline-block px-3 py-2">
                {words.older}
              </a>
            </li>
          )}
        </ul>
      </div>
    </nav>
  );
}

/** The first, the last, and the neighbours of a page. */
function numbersAround(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages];
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
}
