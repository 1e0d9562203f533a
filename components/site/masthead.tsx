import type { CategoryCount } from '@/lib/categories';
import { formatDate } from '@/lib/dates';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { categoryPath } from '@/lib/urls';
import { SearchForm } from './search-form';

/** What fits on one line of a wide screen: letters, with some for the gap after each name. */
const lineLength = 118;
const gapLength = 4;

type Props = { site: Site; categories: CategoryCount[]; now: Date };

export function Masthead({ site, categories, now }: Props) {
  const sections = navigationOf(site, categories);
  const { frame: words, search } = messagesOf(site.locale);
  return (
    <header className="no-print">
      <div className="wrap">
        <div className="label hidden items-center justify-between border-b border-rule py-2 text-soft md:flex">
          <p>{formatDate(now, 'weekday', site.locale, site.timeZone)}</p>
          {site.tagline && <p>{site.tagline}</p>}
          <div className="flex items-center gap-5">
            <a href="/about" className="quiet-link py-1">
              {words.about}
            </a>
            <ThemeButton locale={site.locale} />
          </div>
        </div>
        <div className="flex items-center justify-between gap-4 py-3 md:py-6">
          <a
            href="/"
            className="font-headline text-[clamp(1.9rem,6.4vw,4.75rem)] leading-[0.95] font-extrabold tracking-[calc(-0.035*var(--tracking))] no-underline"
          >
            {site.name}
          </a>
          <SearchForm
            id="masthead-search"
            label={search.paper}
            locale={site.locale}
            className="hidden w-72 self-end lg:flex"
          />
          <Menu sections={sections} categories={categories} locale={site.locale} />
        </div>
      </div>
      <div className="wrap">
        <div className="scale" />
      </div>
      <nav aria-label={words.mainSections} className="wrap hidden md:block">
        <ul className="flex flex-wrap gap-x-6 border-b border-rule font-headline text-[0.9375rem] font-semibold">
          {sections.map(({ slug, name }) => (
            <li key={slug}>
              <a href={categoryPath(slug)} className="quiet-link block py-2.5">
                {name}
              </a>
            </li>
          ))}
          {sections.length < categories.length && (
            <li>
              <a href="#all-sections" className="quiet-link block py-2.5 text-accent">
                {words.allSections}
              </a>
            </li>
          )}
        </ul>
      </nav>
    </header>
  );
}

/** The sections that the paper names, or the first ones by their order. */
function navigationOf(site: Site, categories: CategoryCount[]): CategoryCount[] {
  if (site.navigation.length === 0) {
    let length = 0;
    return categories.filter(({ name }) => (length += name.length + gapLength) <= lineLength);
  }
  return site.navigation.flatMap((slug) => categories.find((category) => category.slug === slug) ?? []);
}

type MenuProps = { sections: CategoryCount[]; categories: CategoryCount[]; locale: string };

function Menu({ sections, categories, locale }: MenuProps) {
  const { frame: words, search } = messagesOf(locale);
  return (
    <details className="relative md:hidden">
      <summary className="control flex list-none items-center font-semibold [&::-webkit-details-marker]:hidden">
        {words.menu}
      </summary>
      <div className="absolute end-0 z-10 mt-2 max-h-[75vh] w-[min(20rem,85vw)] overflow-y-auto border border-strong bg-paper p-4">
        <SearchForm id="menu-search" label={search.menu} locale={locale} />
        <ul className="mt-3 font-headline font-semibold">
          {sections.map(({ slug, name }) => (
            <li key={slug} className="border-b border-rule">
              <a href={categoryPath(slug)} className="quiet-link block py-2.5">
                {name}
              </a>
            </li>
          ))}
          {sections.length < categories.length && (
            <li className="border-b border-rule">
              <a href="#all-sections" className="quiet-link block py-2.5 text-accent">
                {words.allOfSections(categories.length)}
              </a>
            </li>
          )}
          <li>
            <a href="/about" className="quiet-link block py-2.5">
              {words.about}
            </a>
          </li>
        </ul>
        <ThemeButton locale={locale} />
      </div>
    </details>
  );
}

/**
 * Only with script, which it needs: without, the theme is the system's. The names of the themes stand on one another, and
 * the theme shows its own (app/globals.css), so that nothing moves when it is read or changed.
 */
function ThemeButton({ locale }: { locale: string }) {
  const { theme, themes } = messagesOf(locale).frame;
  return (
    <button
      type="button"
      suppressHydrationWarning
      data-theme-button={theme}
      data-system={themes.system}
      data-light={themes.light}
      data-dark={themes.dark}
      className="needs-script quiet-link cursor-pointer py-1 text-start max-md:py-2.5"
    >
      <span aria-hidden="true">◐ </span>
      <span className="inline-grid">
        {Object.entries(themes).map(([name, label]) => (
          <span key={name} data-theme-name={name}>
            {label}
          </span>
        ))}
      </span>
    </button>
  );
}
