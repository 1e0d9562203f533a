import { isPeriod } from '../dates';
import { fill } from '../messages/fill';
import type { Messages } from '../messages/en';
import type { SearchFilter } from './search';
import { isSlug } from '../urls';

/** No reader types more; what is longer is cut. */
const maxQueryLength = 200;

/** No list of results is read further. */
const maxPage = 50;

export type SearchRequest = {
  filter: SearchFilter;
  page: number;
  /** Sentences about what was asked for and could not be used. */
  problems: string[];
};

/**
 * Reads the query string of /search. What makes no sense is left out, and said.
 *
 * @param words in which it is said
 */
export function readSearchParams(
  params: Record<string, string | string[] | undefined>,
  words: Messages['search'],
): SearchRequest {
  const problems: string[] = [];
  const text = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim() ?? '';
  };
  const slug = (name: string) => (isSlug(text(name)) ? text(name) : undefined);
  const day = (name: string) => {
    const value = text(name);
    if (value === '') return undefined;
    if (value.length === 10 && isPeriod(value)) return value;
    problems.push(fill(words.notADate, { text: value.slice(0, 40) }));
    return undefined;
  };
  const query = text('q');
  if (query.length > maxQueryLength) {
    problems.push(words.tooLong(maxQueryLength));
  }
  const [from, to] = [day('from'), day('to')];
  if (from && to && from > to) problems.push(words.backwards);
  return {
    filter: {
      query: query.slice(0, maxQueryLength),
      category: slug('category'),
      author: slug('author'),
      from,
      to,
      sort: text('sort') === 'newest' ? 'newest' : undefined,
    },
    page: Math.min(Math.max(Number.parseInt(text('page'), 10) || 1, 1), maxPage),
    problems,
  };
}
