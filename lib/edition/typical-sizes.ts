import { sql } from 'kysely';
import type { Edition } from './open-edition';

/**
 * How many rows a paper of 100,000 stories has, and how many of them share the first column of an index, the first two,
 * and so on: what SQLite's ANALYZE would write into sqlite_stat1. SQLite plans queries by it. Written instead of
 * gathered, so that a query has the same plan in every paper on every day, and tests see the plans of a large one.
 * Without it SQLite takes the index of all visible stories for a narrow one.
 */
const typicalSizes: Record<string, Record<string, string>> = {
  articles: {
    sqlite_autoindex_articles_1: '100000 1',
    articles_path: '100000 1',
    articles_latest: '100000 50000 2 1',
    articles_category: '100000 10000 9000 2 1',
    articles_day: '100000 20 19 1 1',
    articles_withdrawn: '100 1 1',
    articles_lead: '20 2',
  },
  article_authors: { article_authors: '120000 2 1', article_authors_latest: '120000 400 1 1' },
  article_tags: { article_tags: '250000 3 1', article_tags_latest: '250000 150 1 1' },
  corrections: { corrections_article: '2000 1', corrections_latest: '2000 1' },
  counts: { counts: '8000 1500 1' },
  redirects: { redirects: '100000 1', redirects_file: '100000 1' },
  translations: { translations_article: '10000 1', translations_url: '10000 1' },
  authors: { authors: '400 1' },
  categories: { categories: '20 1' },
  pages: { pages: '20 1' },
  images: { images: '20000 1' },
  refs: { refs_file: '600000 6 2', refs_target: '600000 100000 3' },
  warnings: { warnings_file: '2000 2' },
  likeness: { likeness: '600000 1 1', likeness_article: '600000 6' },
  versions: { versions: '150000 2 1' },
  histories: { histories: '100000 1' },
  changes: { sqlite_autoindex_changes_1: '50000 2 1' },
  sources: { sources: '100000 1' },
  search_words: { search_words: '300000 15000 1' },
};

/** Tells SQLite the sizes of a large paper, for every connection. Call it when the tables are there. */
export async function writeTypicalSizes(draft: Edition): Promise<void> {
  // Of tables that hold nothing it gathers nothing; it makes the table that is written to.
  await sql`analyze`.execute(draft);
  await sql`delete from sqlite_stat1`.execute(draft);
  for (const [table, indexes] of Object.entries(typicalSizes)) {
    for (const [index, sizes] of Object.entries(indexes)) {
      await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${sizes})`.execute(draft);
    }
  }
  // Has this connection read what was written; others do when they see the new tables.
  await sql`analyze sqlite_schema`.execute(draft);
}
