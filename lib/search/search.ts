import { sql } from 'kysely';
import { summarise, visibleArticlesOf, type ArticleQuery, type ArticleSummary } from '../articles';
import { periodBounds } from '../dates';
import { edition } from '../edition/open-edition';
import { foldText, isUnspaced, plainWord } from '../edition/search-text';
import { offsetOf, paged, pageSize, type Paged } from '../pagination';
import { isMarked, markedParts, markTexts, type TextPart } from './marked-text';
import { countHolding, holding, mostRanked, rankedHolding } from './matching';
import { matchExpression, readQuery, type SearchTerm } from './query';
import { correctSpelling, type Correction } from './spelling';

export type SearchFilter = {
  /** What the reader typed, in any form. */
  query: string;
  category?: string;
  author?: string;
  /** First and last day, yyyy-mm-dd in the site's time zone. */
  from?: string;
  to?: string;
  /** The best match first by default. */
  sort?: 'newest';
};

/** A result: where the words were found, with the matches apart from the rest. */
export type SearchResult = ArticleSummary & { titleParts: TextPart[]; excerptParts: TextPart[] };

export type SearchResults = Paged<SearchResult> & {
  /** There are more than `total`, which were not counted. */
  isMore: boolean;
  /** Words that no story holds, and those that were looked for instead. */
  corrections: { typed: string; found: string }[];
};

/** In words of the index, of which a character of Chinese is one. */
const excerptLength = { spaced: 32, unspaced: 64 };

/**
 * Full-text search over what readers may see. Where nothing is found, words that no story holds are taken for mistyped.
 *
 * @param page from 1
 * @returns undefined when the query has no word to look for
 */
export async function searchArticles(
  filter: SearchFilter,
  page: number,
  timeZone: string,
  now: Date,
): Promise<SearchResults | undefined> {
  const terms = readQuery(filter.query);
  if (terms.length === 0) return undefined;
  const results = await findArticles(terms, filter, page, timeZone, now);
  if (results.total > 0) return { ...results, corrections: [] };
  const mended = await correctSpelling(terms);
  if (mended.corrections.length === 0) return { ...results, corrections: [] };
  const found = await findArticles(mended.terms, filter, page, timeZone, now);
  return { ...found, corrections: found.total === 0 ? [] : mended.corrections.map((one) => inWords(one, found.items)) };
}

type Found = Omit<SearchResults, 'corrections'>;

async function findArticles(
  terms: SearchTerm[],
  filter: SearchFilter,
  page: number,
  timeZone: string,
  now: Date,
): Promise<Found> {
  const most = mostRanked();
  const telling = filter.sort === 'newest' ? [] : await tellingTerms(terms);
  const narrowed = narrow(filter, timeZone, now);
  // The plus has SQLite go through the stories in their order; it would look up each match and sort them all.
  const wanted =
    telling.length === terms.length ? narrowed : narrowed.where(sql<boolean>`+articles.id in (${holding(terms)})`);
  // Found once: the page is a part of what is counted.
  const rows = await (telling.length > 0 ? ranked(wanted, telling) : wanted)
    .select('articles.id')
    .orderBy('articles.published_at', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(most + 1)
    .execute();
  const ids = rows.slice(offsetOf(page), offsetOf(page) + pageSize).map(({ id }) => id);
  const items = await withMatches(await summarise(ids), terms);
  return { ...paged(items, page, Math.min(rows.length, most)), isMore: rows.length > most };
}

/** The terms that tell stories apart: of a word that very many hold, SQLite would go through every occurrence. */
async function tellingTerms(terms: SearchTerm[]): Promise<SearchTerm[]> {
  const telling: SearchTerm[] = [];
  for (const term of terms) {
    if ((await countHolding([term], mostRanked() + 1)) <= mostRanked()) telling.push(term);
  }
  return telling;
}

/** The stories that a reader may see and asked for, whatever they hold. */
function narrow({ category, author, from, to }: SearchFilter, timeZone: string, now: Date): ArticleQuery {
  let query = visibleArticlesOf({ category, author }, now);
  if (from) query = query.where('articles.published_at', '>=', periodBounds(from, timeZone).start.getTime());
  if (to) query = query.where('articles.published_at', '<', periodBounds(to, timeZone).end.getTime());
  return query;
}

/** The best match first, by some of the terms. */
function ranked(articles: ArticleQuery, terms: SearchTerm[]) {
  return articles.innerJoin(rankedHolding(terms).as('found'), 'found.story', 'articles.id').orderBy('found.rank');
}

/** Adds the headline and the best passage of each story, with the matches marked. */
async function withMatches(summaries: ArticleSummary[], terms: SearchTerm[]): Promise<SearchResult[]> {
  const length = terms.some(({ text }) => isUnspaced(text)) ? excerptLength.unspaced : excerptLength.spaced;
  const rows = await edition()
    .selectFrom('search')
    .innerJoin('bodies', 'bodies.article_id', 'search.rowid')
    .select(['search.rowid as id', 'search.title', 'search.body', 'bodies.plain'])
    .where(
      'search.rowid',
      'in',
      summaries.map(({ id }) => id),
    )
    .execute();
  // A word may be in the standfirst alone; the others are marked where they are.
  const marked = markTexts(rows, terms.map((term) => matchExpression([term])).join(' OR '), length);
  return summaries.map((summary): SearchResult => {
    const row = rows.find(({ id }) => id === summary.id);
    const marks = marked.find(({ id }) => id === summary.id);
    const body = row?.plain ?? row?.body ?? '';
    const titleParts = marks && markedParts(marks.title, summary.title, foldText(summary.title));
    const excerptParts =
      marks && isMarked(marks.excerpt) ? markedParts(marks.excerpt, body, foldText(body)) : undefined;
    return {
      ...summary,
      titleParts: titleParts ?? [{ text: summary.title, isMatch: false }],
      excerptParts: excerptParts ?? [{ text: summary.summary, isMatch: false }],
    };
  });
}

/** The word that was looked for instead, as the first result writes it. */
function inWords({ typed, word }: Correction, results: SearchResult[]): { typed: string; found: string } {
  const marked = results.flatMap(({ titleParts, excerptParts }) => [...titleParts, ...excerptParts]);
  const written = marked.find(({ text, isMatch }) => isMatch && plainWord(text) === word);
  return { typed, found: written?.text ?? word };
}
