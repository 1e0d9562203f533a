import { sql } from 'kysely';
import { summarise, visibleArticles, type ArticleSummary } from './articles';
import { periodBounds } from './dates';
import { edition } from './edition/open-edition';
import { offsetOf, paged, pageSize, type Paged } from './pagination';

export type SearchFilter = {
  /** What the reader typed, in any form. */
  query: string;
  category?: string;
  author?: string;
  /** First and last day, yyyy-mm-dd in the site's time zone. */
  from?: string;
  to?: string;
};

/** A result: where the words were found, with the matches apart from the rest. */
export type SearchResult = ArticleSummary & { titleParts: TextPart[]; excerptParts: TextPart[] };

export type TextPart = { text: string; isMatch: boolean };

/** Characters that no text holds, around each match while it travels through SQLite. */
const matchStart = '\u0002';
const matchEnd = '\u0003';

/** More than this many words say nothing more about what is looked for. */
const maxWords = 12;

/** Shorter beginnings of words match half the archive. */
const minPrefixLength = 2;

/** How much a match counts in the headline, the standfirst and the body. */
const weights = { title: 10, summary: 4, body: 1 };

/**
 * Full-text search over what readers may see, best match first.
 *
 * @param page from 1
 * @returns undefined when the query has no word to look for
 */
export async function searchArticles(
  filter: SearchFilter,
  page: number,
  timeZone: string,
  now: Date,
): Promise<Paged<SearchResult> | undefined> {
  const match = matchExpression(filter.query);
  if (match === undefined) return undefined;
  let found = visibleArticles(now)
    // The limit, of none, keeps SQLite from running the match once for each story instead of once.
    .innerJoin(
      sql<{ story: number; rank: number }>`(
        select rowid as story, bm25(search, ${weights.title}, ${weights.summary}, ${weights.body}) as rank
        from search where search match ${match} limit -1
      )`.as('found'),
      'found.story',
      'articles.id',
    );
  if (filter.category) found = found.where('articles.category', '=', filter.category);
  if (filter.author) {
    const ids = edition().selectFrom('article_authors').select('article_id').where('author', '=', filter.author);
    found = found.where('articles.id', 'in', ids);
  }
  if (filter.from)
    found = found.where('articles.published_at', '>=', periodBounds(filter.from, timeZone).start.getTime());
  if (filter.to) found = found.where('articles.published_at', '<', periodBounds(filter.to, timeZone).end.getTime());
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select('articles.id')
    .orderBy('found.rank')
    .orderBy('articles.published_at', 'desc')
    .limit(pageSize)
    .offset(offsetOf(page))
    .execute();
  const ids = rows.map(({ id }) => id);
  const texts = await markedTexts(match, ids);
  const summaries = await summarise(ids);
  const results = summaries.map((summary): SearchResult => {
    const { title = summary.title, excerpt = summary.summary } = texts.get(summary.id) ?? {};
    const hasMatch = excerpt.includes(matchStart);
    return {
      ...summary,
      titleParts: splitMatches(title),
      excerptParts: splitMatches(hasMatch ? excerpt : summary.summary),
    };
  });
  return paged(results, page, total);
}

/** The headline and the best passage of each story, with the matches marked. */
async function markedTexts(match: string, ids: number[]): Promise<Map<number, { title: string; excerpt: string }>> {
  const rows = await edition()
    .selectFrom('search')
    .select([
      'rowid',
      sql<string>`highlight(search, 0, ${matchStart}, ${matchEnd})`.as('title'),
      sql<string>`snippet(search, 2, ${matchStart}, ${matchEnd}, '…', 32)`.as('excerpt'),
    ])
    .where(sql<boolean>`search match ${match}`)
    .where('rowid', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.rowid, row]));
}

/**
 * What a reader typed as an FTS5 expression: every word must occur, the last one may be unfinished, words in quotation
 * marks stand together. All of FTS5's own syntax is taken for plain text.
 */
export function matchExpression(query: string): string | undefined {
  const text = query.normalize('NFC').slice(0, 400);
  const terms: string[] = [];
  for (const [, phrase, words] of text.matchAll(/["“”]([^"“”]*)["“”]|([^"“”]+)/g)) {
    if (phrase !== undefined) {
      const together = wordsOf(phrase);
      if (together.length > 0) terms.push(quote(together.join(' ')));
      continue;
    }
    terms.push(...wordsOf(words ?? '').map(quote));
  }
  const kept = terms.slice(0, maxWords);
  const last = kept.pop();
  if (last === undefined) return undefined;
  const isUnfinished = /[\p{L}\p{N}]$/u.test(text) && last.length >= minPrefixLength + quote('').length;
  return [...kept, isUnfinished ? `(${last} OR ${last}*)` : last].join(' AND ');
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function quote(words: string): string {
  return `"${words}"`;
}

function splitMatches(text: string): TextPart[] {
  return text.split(matchStart).flatMap((piece, index) => {
    if (index === 0) return piece === '' ? [] : [{ text: piece, isMatch: false }];
    const [match = '', rest = ''] = piece.split(matchEnd);
    return [{ text: match, isMatch: true }, ...(rest === '' ? [] : [{ text: rest, isMatch: false }])];
  });
}
