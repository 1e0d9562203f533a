import type { CategoryCount } from '@/lib/categories';
import { categoryPath } from '@/lib/urls';

/** More sections than this are folded, in a sidebar that has other things to show. */
const mostOpen = 12;

/** The sections with their numbers of stories. */
export function CategoryList({ categories, current }: { categories: CategoryCount[]; current?: string }) {
  return (
    <nav aria-labelledby="sidebar-sections" className="border-t-3 border-strong">
      <h2 id="sidebar-sections" className="py-2.5 font-headline text-base font-semibold">
        Sections
      </h2>
      <CategoryItems categories={categories.slice(0, mostOpen)} current={current} />
      {categories.length > mostOpen && (
        <details className="border-t border-rule">
          <summary className="label py-2.5">{categories.length - mostOpen} more sections</summary>
          <CategoryItems categories={categories.slice(mostOpen)} current={current} />
        </details>
      )}
    </nav>
  );
}

function CategoryItems({ categories, current }: { categories: CategoryCount[]; current?: string }) {
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
            <span className="label text-soft tabular-nums">
              {stories} <span className="sr-only">{stories === 1 ? 'story' : 'stories'}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
