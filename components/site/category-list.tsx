import type { CategoryCount } from '@/lib/categories';
import { messagesOf } from '@/lib/messages/messages-of';
import { categoryPath } from '@/lib/urls';

/** More sections than this are folded, in a sidebar that has other things to show. */
const mostOpen = 12;

type Props = { categories: CategoryCount[]; locale: string; current?: string };

/** The sections with their numbers of stories. */
export function CategoryList({ categories, locale, current }: Props) {
  const words = messagesOf(locale).frame;
  return (
    <nav aria-labelledby="sidebar-sections" className="border-t-3 border-strong">
      <h2 id="sidebar-sections" className="py-2.5 font-headline text-base font-semibold">
        {words.sections}
      </h2>
      <CategoryItems categories={categories.slice(0, mostOpen)} locale={locale} current={current} />
      {categories.length > mostOpen && (
        <details className="border-t border-rule">
          <summary className="label py-2.5">{words.moreSections(categories.length - mostOpen)}</summary>
          <CategoryItems categories={categories.slice(mostOpen)} locale={locale} current={current} />
        </details>
      )}
    </nav>
  );
}

function CategoryItems({ categories, locale, current }: Props) {
  const numbers = new Intl.NumberFormat(locale);
  return (
    <ul>
      {categories.map(({ slug, name, stories }) => (
        <li key={slug} className="border-t border-rule">
          <a
            href={categoryPath(slug)}
            aria-current={slug === current ? 'true' : undefined}
            className="quiet-link flex items-baseline justify-between gap-3 py-2 aria-[current]:font-semibold"
          >
            {name}
            <span className="label text-soft tabular-nums" aria-hidden="true">
              {numbers.format(stories)}
            </span>
            <span className="sr-only">{messagesOf(locale).stories(stories)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
