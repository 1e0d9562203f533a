import type { Generated } from 'kysely';

/**
 * The edition's tables. Everything that readers see of them can be made again from content/ and git at any time; what is
 * kept besides are notes of the latest publications (`publications`, `undo`, `unannounced`), without which no more is lost
 * than taking those back.
 * Moments are milliseconds since 1970 in UTC. Columns that hold lists or objects hold them as JSON.
 */
export type EditionTables = {
  /**
   * `fingerprint`: what the rows were made by; `site`: content/site.yaml as JSON; `historyCommit`: where git was when
   * `versions` was read.
   */
  meta: { key: string; value: string };
  /**
   * One row for each file of content/, by which the next publication sees what changed. `stamp` is what the system said
   * of the file when it was read (lib/edition/file-stamp.ts); null where that cannot be relied on.
   */
  sources: { file: string; hash: string; stamp: string | null };
  articles: ArticleRow;
  /** Apart from `articles`, so that lists never read a body. */
  bodies: {
    article_id: number;
    tree: string;
    headings: string;
    /** The readable text, where the index holds it in another form. */
    plain: string | null;
  };
  /** `listed_at` is the moment from which lists hold the article: that of its publication, and none for a draft. */
  article_authors: { article_id: number; author: string; position: number; listed_at: number | null };
  article_tags: { article_id: number; tag: string; listed_at: number | null };
  corrections: { article_id: number; corrected_at: number; text: string; listed_at: number | null };
  /**
   * How many published stories each list holds, scheduled ones included; triggers keep it. `name` is the slug or the
   * period, and empty for the list of all.
   */
  counts: { list: CountedList; name: string; stories: number };
  /** Old addresses; `file` is that of the story or page that they lead to. */
  redirects: { from_path: string; file: string };
  /** The same story in another language: `url` is a path of this paper, or an address in full. */
  translations: { article_id: number; lang: string; url: string };
  authors: {
    slug: string;
    file: string;
    name: string;
    role: string | null;
    image: string | null;
    links: string;
    tree: string;
  };
  categories: { slug: string; file: string; name: string; description: string | null; sort: number };
  pages: { slug: string; file: string; title: string; summary: string | null; search: string | null; tree: string };
  images: { src: string; hash: string; width: number; height: number; size: number; modified_at: number };
  /** In Postgres alone: beside an SQLite file are the pictures themselves. */
  picture_files: { hash: string; bytes: Buffer };
  /** What each file points to inside the paper, and where it does so. */
  refs: { file: string; kind: RefKind; target: string; line: number; column: number };
  /** What is to be looked at in a file, though it may be meant so. */
  warnings: { file: string; line: number; column: number; message: string };
  /** By what stories are found that say nearly the same: see likeness.ts. */
  likeness: { band: number; article_id: number };
  /** The versions of each content file that git knows, the oldest first; lib/history reads them for what pages show. */
  versions: {
    file: string;
    position: number;
    commit_id: string;
    path: string;
    committed_at: number;
    blob: string;
  };
  /** One row for each published story that git knows: since when its history is on record, and if that is all of it. */
  histories: { file: string; begins_at: number; is_whole: 0 | 1 };
  /** How a story changed from one public version to the next, the oldest first. `diff` is a TextChange. */
  changes: {
    file: string;
    position: number;
    changed_at: number;
    is_trivial: 0 | 1;
    before_blob: string;
    after_blob: string;
    diff: string;
  };
  /** Full-text index over what readers may see, as search-text.ts writes it; its rowid is the article's id. */
  search: { rowid: number; title: string; summary: string; body: string };
  /** Words that stories hold or once held, plain, by their length: what a mistyped one may have meant. */
  search_words: { length: number; word: string };
  /** The latest publications, so that they can be undone. Moments are in ms since 1970. */
  publications: {
    id: Generated<number>;
    published_at: number;
    /** JSON: what the publication wrote, see Publication in undo.ts. */
    written: string;
  };
  /** The rows that a publication took out, as JSON. */
  undo: { publication_id: number; table_name: string; row: string };
  /** Addresses that show something new, and that sites were not yet seen to show; JSON of AffectedPaths. */
  unannounced: { id: Generated<number>; affected: string };
};

/**
 * `author` and `category` name a slug, `image` and `leadImage` a picture's address, `link` a path of the site, `outside`
 * an address of another, `source` that of a story's primary source, and `translation` a language and the path of a story, as in “fr /2025/10/25/une-histoire”.
 */
export type RefKind = 'author' | 'category' | 'image' | 'leadImage' | 'link' | 'outside' | 'source' | 'translation';

export type CountedList = 'all' | 'category' | 'author' | 'tag' | 'month' | 'day';

export type ArticleRow = {
  id: Generated<number>;
  file: string;
  path: string;
  /** yyyy-mm-dd in the site's time zone. */
  day: string;
  published_at: number;
  updated_at: number | null;
  title: string;
  summary: string;
  kind: 'news' | 'analysis' | 'explainer' | 'opinion' | 'interview' | 'sponsored';
  category: string;
  dateline: string | null;
  lang: string | null;
  image: string | null;
  source: string | null;
  search: string | null;
  status: 'published' | 'draft' | 'withdrawn';
  withdrawn_reason: string | null;
  withdrawn_at: number | null;
  lead: number | null;
  history_from: number | null;
  words: number;
};

/** How the index tells words apart: without case, accents and English endings. */
export const tokenizer = 'porter unicode61 remove_diacritics 2';

const tables = `
create table meta (key text primary key, value text not null) without rowid;
create table sources (file text primary key, hash text not null, stamp text) without rowid;
create table articles (
  id integer primary key,
  file text not null unique,
  path text not null,
  day text not null,
  published_at integer not null,
  updated_at integer,
  title text not null,
  summary text not null,
  kind text not null,
  category text not null,
  dateline text,
  lang text,
  image text,
  source text,
  search text,
  status text not null,
  withdrawn_reason text,
  withdrawn_at integer,
  lead real,
  history_from integer,
  words integer not null
);
create unique index articles_path on articles (path);
create index articles_latest on articles (status, published_at desc, id desc);
create index articles_category on articles (category, status, published_at desc, id desc);
create index articles_day on articles (day, status, published_at, updated_at);
create index articles_withdrawn on articles (withdrawn_at desc, id) where status = 'withdrawn';
create index articles_lead on articles (lead) where lead is not null;
create table bodies (article_id integer primary key, tree text not null, headings text not null, plain text);
create table article_authors (
  article_id integer not null, author text not null, position integer not null, listed_at integer,
  primary key (article_id, position)
) without rowid;
create index article_authors_latest on article_authors (author, listed_at desc, article_id desc)
  where listed_at is not null;
create table article_tags (
  article_id integer not null, tag text not null, listed_at integer, primary key (article_id, tag)
) without rowid;
create index article_tags_latest on article_tags (tag, listed_at desc, article_id desc) where listed_at is not null;
create table corrections (article_id integer not null, corrected_at integer not null, text text not null, listed_at integer);
create index corrections_article on corrections (article_id);
create index corrections_latest on corrections (listed_at desc) where listed_at is not null;
create table counts (
  list text not null, name text not null, stories integer not null, primary key (list, name)
) without rowid;
create table redirects (from_path text primary key, file text not null) without rowid;
create index redirects_file on redirects (file);
create table translations (article_id integer not null, lang text not null, url text not null);
create index translations_article on translations (article_id);
create index translations_url on translations (url);
create table authors (
  slug text primary key, file text not null unique, name text not null, role text, image text,
  links text not null, tree text not null
) without rowid;
create table categories (
  slug text primary key, file text not null unique, name text not null, description text, sort real not null
) without rowid;
create table pages (
  slug text primary key, file text not null unique, title text not null, summary text, search text,
  tree text not null
) without rowid;
create table images (
  src text primary key, hash text not null, width integer not null, height integer not null,
  size integer not null, modified_at real not null
) without rowid;
create table refs (
  file text not null, kind text not null, target text not null, line integer not null, "column" integer not null
);
create index refs_file on refs (file, kind);
create index refs_target on refs (kind, target);
create table warnings (file text not null, line integer not null, "column" integer not null, message text not null);
create index warnings_file on warnings (file);
create table likeness (band integer not null, article_id integer not null, primary key (band, article_id)) without rowid;
create index likeness_article on likeness (article_id);
create table publications (id integer primary key, published_at integer not null, written text not null);
create table undo (publication_id integer not null, table_name text not null, row text not null);
create index undo_publication on undo (publication_id);
create table unannounced (id integer primary key, affected text not null);
create table versions (
  file text not null, position integer not null, commit_id text not null, path text not null,
  committed_at integer not null, blob text not null, primary key (file, position)
) without rowid;
create table histories (file text primary key, begins_at integer not null, is_whole integer not null) without rowid;
create table changes (
  file text not null, position integer not null, changed_at integer not null, is_trivial integer not null,
  before_blob text not null, after_blob text not null, diff text not null, primary key (file, position)
);
create virtual table search using fts5 (title, summary, body, tokenize = '${tokenizer}');
create table search_words (length integer not null, word text not null, primary key (length, word)) without rowid;
`;

/** Statements that make every table. */
export const createTables = tables.split(';').filter((statement) => statement.trim() !== '');

/**
 * Which rows of a table are counted in which lists, and the name of the list that a row counts in; {} stands for the row.
 * Rows are counted as they come and go, so that no page has to; they are replaced, and never edited.
 */
export const countedRows: { table: string; condition: string; names: Partial<Record<CountedList, string>> }[] = [
  {
    table: 'articles',
    condition: "{}.status = 'published'",
    names: { all: "''", category: '{}.category', month: 'substr({}.day, 1, 7)', day: '{}.day' },
  },
  { table: 'article_authors', condition: '{}.listed_at is not null', names: { author: '{}.author' } },
  { table: 'article_tags', condition: '{}.listed_at is not null', names: { tag: '{}.tag' } },
];

export const tableNames = [
  'meta',
  'sources',
  'articles',
  'bodies',
  'article_authors',
  'article_tags',
  'corrections',
  'counts',
  'redirects',
  'translations',
  'authors',
  'categories',
  'pages',
  'images',
  'refs',
  'warnings',
  'likeness',
  'versions',
  'histories',
  'changes',
  'search_words',
  'search',
  'publications',
  'undo',
  'unannounced',
] as const satisfies (keyof EditionTables)[];
