import type { CategoryCount } from '@/lib/categories';
import { fill } from '@/lib/messages/fill';
import { messagesOf } from '@/lib/messages/messages-of';
import type { TextPart } from '@/lib/search/marked-text';
import type { SearchFilter, SearchResults } from '@/lib/search/search';
import type { Site } from '@/lib/site';
import { languageAttributes } from '@/lib/text-direction';
import { Kicker } from '../article/kicker';
import { FormattedDate } from './formatted-date';
import { PageHeading } from './page-heading';
import { Pagination } from './pagination';

type Props = {
  filter: SearchFilter;
  problems: string[];
  /** Undefined where there was nothing to look for. */
  results: SearchResults | undefined;
  categories: CategoryCount[];
  authors: { slug: string; name: string }[];
  site: Site;
};

export function SearchPage({ filter, problems, results, categories, authors, site }: Props) {
  const words = messagesOf(site.locale).search;
  return (
    <>
      <PageHeading label={site.name} title={words.title} />
      <div className="grid gap-x-14 gap-y-8 border-t border-strong pt-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <SearchFields filter={filter} categories={categories} authors={authors} site={site} />
        <section aria-label={words.results} className="min-w-0">
          {problems.map((problem) => (
            <p key={problem} role="status" className="mb-4 border-s-3 border-accent bg-sheet px-4 py-2">
              {problem}
            </p>
          ))}
          <Results filter={filter} results={results} site={site} />
        </section>
      </div>
    </>
  );
}

function SearchFields({
  filter,
  categories,
  authors,
  site,
}: Pick<Props, 'filter' | 'categories' | 'authors' | 'site'>) {
  const words = messagesOf(site.locale).search;
  return (
    <form action="/search" role="search" aria-label={words.stories} className="grid content-start gap-4">
      <Field id="q" label={words.words}>
        <input id="q" name="q" type="search" defaultValue={filter.query} maxLength={200} className="control w-full" />
      </Field>
      <Field id="category" label={words.section}>
        <Choice id="category" all={words.allSections} options={categories} value={filter.category} />
      </Field>
      <Field id="author" label={words.author}>
        <Choice id="author" all={words.allAuthors} options={authors} value={filter.author} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field id="from" label={words.from}>
          <input id="from" name="from" type="date" defaultValue={filter.from} className="control w-full" />
        </Field>
        <Field id="to" label={words.to}>
          <input id="to" name="to" type="date" defaultValue={filter.to} className="control w-full" />
        </Field>
      </div>
      <Field id="sort" label={words.order}>
        <select id="sort" name="sort" defaultValue={filter.sort ?? ''} className="control w-full">
          <option value="">{words.best}</option>
          <option value="newest">{words.newest}</option>
        </select>
      </Field>
      <button className="button">{words.title}</button>
      <p className="label text-soft">{words.phrases}</p>
    </form>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="label mb-1 block font-semibold">
        {label}
      </label>
      {children}
    </div>
  );
}

type ChoiceProps = { id: string; all: string; options: { slug: string; name: string }[]; value: string | undefined };

function Choice({ id, all, options, value }: ChoiceProps) {
  return (
    <select id={id} name={id} defaultValue={value ?? ''} className="control w-full">
      <option value="">{all}</option>
      {options.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Results({ filter, results, site }: Pick<Props, 'filter' | 'results' | 'site'>) {
  const messages = messagesOf(site.locale);
  const words = messages.search;
  if (!results) return <p className="text-lg">{words.start}</p>;
  if (results.items.length === 0) {
    return <p className="text-lg">{fill(words.nothing, { query: filter.query })}</p>;
  }
  return (
    <>
      <p className="text-lg" role="status">
        {fill(results.isMore ? words.moreThan : words.found, {
          stories: messages.stories(results.total),
          query:
            results.corrections.length > 0 ? results.corrections.map(({ found }) => found).join(' ') : filter.query,
        })}
      </p>
      {results.corrections.map((correction) => (
        <p key={correction.typed} role="status" className="mt-1 text-soft">
          {fill(words.instead, correction)}
        </p>
      ))}
      <ul className="mt-4 divide-y divide-rule border-t border-rule">
        {results.items.map((result) => (
          <li key={result.id} className="py-5">
            <Kicker article={result} locale={site.locale} />
            <h2 className="headline text-xl">
              <a href={result.path} {...languageAttributes(result.lang)}>
                <Parts parts={result.titleParts} />
              </a>
            </h2>
            <p {...languageAttributes(result.lang)} className="mt-1.5 max-w-[65ch] leading-snug text-soft">
              <Parts parts={result.excerptParts} />
            </p>
            <p className="label mt-2 text-soft">
              <FormattedDate date={result.publishedAt} style="day" site={site} />
            </p>
          </li>
        ))}
      </ul>
      <Pagination
        page={results.page}
        pages={results.pages}
        path="/search"
        label={words.resultsLabel}
        query={queryOf(filter)}
        locale={site.locale}
      />
    </>
  );
}

function Parts({ parts }: { parts: TextPart[] }) {
  return parts.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text));
}

function queryOf({ query, ...filters }: SearchFilter): URLSearchParams {
  const params = new URLSearchParams({ q: query });
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  return params;
}
