import { sql } from 'kysely';
import { batches } from './batches';
import { isOnPostgres } from './engine';
import type { Edition } from './open-edition';
import type { EditionTables } from './schema';

/** What a publication wrote: where to look for its rows. */
export type Publication = {
  /** Content files that it added, changed or removed. */
  files: string[];
  /** Addresses of pictures that it added, changed or removed. */
  images: string[];
};

/** So many publications can be taken back, the latest first. */
const publicationsKept = 10;

type Rows = { table: keyof EditionTables; column: string; values: (string | number)[] };

/** Where the rows are that came from some files, in every table. */
export async function rowsOfFiles(draft: Edition, files: string[]): Promise<Rows[]> {
  const found: Rows[] = [];
  for (const some of batches(files)) {
    const articles = await draft.selectFrom('articles').select('id').where('file', 'in', some).execute();
    const ids = articles.map(({ id }) => id);
    if (ids.length > 0) {
      const tables = ['bodies', 'article_authors', 'article_tags', 'corrections', 'likeness', 'translations'] as const;
      found.push(...tables.map((table) => ({ table, column: 'article_id', values: ids })));
      found.push({ table: 'search', column: 'rowid', values: ids });
    }
    const tables = ['articles', 'authors', 'categories', 'pages', 'redirects', 'refs', 'sources', 'warnings'] as const;
    found.push(...tables.map((table) => ({ table, column: 'file', values: some })));
  }
  return found;
}

export async function deleteRows(draft: Edition, { table, column, values }: Rows): Promise<void> {
  await sql`delete from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(values)})`.execute(draft);
}

/**
 * Notes what a publication is about to take out or to change, so that it can be taken back.
 *
 * @param draft a transaction on the edition, before anything is written
 */
export async function notePublication(draft: Edition, publication: Publication, now: Date): Promise<void> {
  const { id } = await draft
    .insertInto('publications')
    .values({ published_at: now.getTime(), written: JSON.stringify(publication) })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const rows of await rowsOfPublication(draft, publication)) await keep(draft, id, rows);
  const oldest = id - publicationsKept;
  await draft.deleteFrom('publications').where('id', '<=', oldest).execute();
  await draft.deleteFrom('undo').where('publication_id', '<=', oldest).execute();
}

/** The latest publication that can be taken back, and when it was made. */
export async function latestPublication(
  draft: Edition,
): Promise<{ id: number; publishedAt: Date; publication: Publication } | undefined> {
  const row = await draft.selectFrom('publications').selectAll().orderBy('id', 'desc').executeTakeFirst();
  if (!row) return undefined;
  const publication: Publication = JSON.parse(row.written);
  return { id: row.id, publishedAt: new Date(row.published_at), publication };
}

/** Puts every row back as it was before a publication, which must be the latest. */
export async function undoPublication(draft: Edition, id: number, publication: Publication): Promise<void> {
  for (const rows of await rowsOfPublication(draft, publication)) await deleteRows(draft, rows);
  const kept = await draft.selectFrom('undo').selectAll().where('publication_id', '=', id).execute();
  for (const { table_name, row } of kept) {
    const values: Record<string, string | number | null> = JSON.parse(row);
    const columns = Object.keys(values).map((column) => sql.ref(column));
    await sql`insert into ${sql.table(table_name)} (${sql.join(columns)}) values (${sql.join(Object.values(values))})`.execute(
      draft,
    );
  }
  // Stories that only git had something new of keep it: the next publication reads the log from its beginning.
  await draft.deleteFrom('meta').where('key', '=', 'historyCommit').execute();
  await draft.deleteFrom('undo').where('publication_id', '=', id).execute();
  await draft.deleteFrom('publications').where('id', '=', id).execute();
}

/** Where the histories of stories are: rows that outlive those of their file while that is only rewritten. */
const historyTables = ['versions', 'histories', 'changes'] as const;

async function rowsOfPublication(draft: Edition, { files, images }: Publication): Promise<Rows[]> {
  const keys = await draft.selectFrom('meta').select('key').execute();
  const found: Rows[] = [{ table: 'meta', column: 'key', values: keys.map(({ key }) => key) }];
  for (const values of batches(images)) found.push({ table: 'images', column: 'src', values });
  for (const values of batches(files)) {
    found.push(...historyTables.map((table) => ({ table, column: 'file', values })));
  }
  return [...found, ...(await rowsOfFiles(draft, files))];
}

async function keep(draft: Edition, publication_id: number, { table, column, values }: Rows): Promise<void> {
  // SQLite gives the key of a full-text index only when asked for it.
  const columns = table === 'search' && !isOnPostgres(draft) ? sql`rowid, *` : sql`*`;
  const { rows } = await sql<Record<string, unknown>>`
    select ${columns} from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(values)})
  `.execute(draft);
  for (const row of rows) {
    await draft
      .insertInto('undo')
      .values({ publication_id, table_name: table, row: JSON.stringify(row) })
      .execute();
  }
}
