import { sql, type RawBuilder } from 'kysely';
import { isOnPostgres } from '../edition/engine';
import { edition } from '../edition/open-edition';
import { wordsAlone } from '../edition/search-text';
import { matchExpression, type SearchTerm } from './query';

/** How much a match counts in the headline, the standfirst and the body. */
const weights = { title: 10, summary: 4, body: 1 };

/**
 * Of so many stories the best are found; a word that more of them hold tells none of them apart. Postgres reads all that
 * a story's part of the index holds to rank it.
 */
export function mostRanked(): number {
  return isOnPostgres(edition()) ? 2_000 : 10_000;
}

/** The stories of the full-text index that hold every term, by their ids: `rowid`. */
export function holding(terms: SearchTerm[]): RawBuilder<unknown> {
  return sql`select rowid from search where ${holds(terms)}`;
}

/** The same with how well they do, best first when in order: `story` and `rank`. */
export function rankedHolding(terms: SearchTerm[]): RawBuilder<{ story: number; rank: number }> {
  if (isOnPostgres(edition())) {
    const most = Math.max(...Object.values(weights));
    const scale = [1, weights.body, weights.summary, weights.title].map((weight) => weight / most);
    return sql`(
      select rowid as story, -ts_rank(${`{${scale.join(',')}}`}::real[], document, ${tsquery(terms)}, 1) as rank
      from search where ${holds(terms)}
    )`;
  }
  // The limit, of none, keeps SQLite from running the match once for each story instead of once.
  return sql`(
    select rowid as story, bm25(search, ${weights.title}, ${weights.summary}, ${weights.body}) as rank
    from search where ${holds(terms)} limit -1
  )`;
}

/** How many stories hold every term, as far as that matters. */
export async function countHolding(terms: SearchTerm[], most: number): Promise<number> {
  // Told of the limit, Postgres expects to be done soon, and reads the whole table for a word that no story holds.
  const counting = isOnPostgres(edition())
    ? sql`with holding as materialized (${holding(terms)})
        select count(*) as stories from (select rowid from holding limit ${most}) as found`
    : sql`select count(*) as stories from (${holding(terms)} limit ${most}) as found`;
  const { rows } = await sql<{ stories: number }>`${counting}`.execute(edition());
  return rows[0]?.stories ?? 0;
}

function holds(terms: SearchTerm[]): RawBuilder<boolean> {
  return isOnPostgres(edition()) ? sql`document @@ (${tsquery(terms)})` : sql`search match ${matchExpression(terms)}`;
}

/** Terms as Postgres looks for them: each must occur, and the words of a phrase one after the other. */
function tsquery(terms: SearchTerm[]): RawBuilder<unknown> {
  const queries = terms.map(({ text, isUnfinished }) =>
    isUnfinished
      ? sql`to_tsquery('slugline', ${`${wordsAlone(text).replaceAll(' ', ' <-> ')}:*`})`
      : sql`phraseto_tsquery('slugline', ${wordsAlone(text)})`,
  );
  return sql.join(queries, sql` && `);
}
