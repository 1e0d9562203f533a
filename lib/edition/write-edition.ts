import { readFile } from 'node:fs/promises';
import type { Article, Author, Category, Page, Site } from 'contentlayer/generated';
import { decodeCharacterReferences } from '../content/character-references';
import { hashOf } from '../content/content-file';
import type { Problem } from '../content/problem';
import { dayIn } from '../dates';
import type { Body } from '../mdx/body';
import { articlePath } from '../urls';
import { batches } from './batches';
import type { CheckedFile } from './check-file';
import type { Documents } from './documents';
import { engineOf } from './engine';
import { bandsOf } from './likeness';
import { writeMeta } from './meta';
import type { Edition } from './open-edition';
import type { FileState, ImageFile, ListedFiles } from './read-content';
import type { EditionTables } from './schema';
import { indexText, plainWords } from './search-text';
import { deleteRows, rowsOfFiles } from './undo';

type ImageRow = EditionTables['images'];

/** Pictures whose row is to be written or removed, and those that look other than before: by their address. */
export type ImageChanges = {
  written: ImageRow[];
  /** The files of those, absolute. */
  files: { hash: string; file: string }[];
  removed: string[];
  changed: string[];
};

/** Writes rows of the edition within a transaction that its caller opened. */
export class EditionWriter {
  #draft: Edition;
  #timeZone: string;
  /** Words that this publication noted. */
  #words = new Set<string>();
  /** What is to be put into the full-text index. */
  #searched: EditionTables['search'][] = [];
  /** The ids that articles had: an edited one keeps its place among stories of the same moment. */
  #ids = new Map<string, number>();
  /** The highest id of any article, those included that are taken out and not yet written again. */
  #lastId = 0;

  constructor(draft: Edition, timeZone: string) {
    this.#draft = draft;
    this.#timeZone = timeZone;
  }

  /** Makes every table anew, empty. */
  async reset(fingerprint: string): Promise<void> {
    await engineOf(this.#draft).makeTables(this.#draft);
    await writeMeta(this.#draft, 'fingerprint', fingerprint);
  }

  /** Takes out everything that came from these files; files that nothing came from are passed over. */
  async remove(files: string[]): Promise<void> {
    const { last } = await this.#draft
      .selectFrom('articles')
      .select(({ fn }) => fn.max('id').as('last'))
      .executeTakeFirstOrThrow();
    this.#lastId = Math.max(this.#lastId, last ?? 0);
    for (const some of batches(files)) {
      const articles = await this.#draft
        .selectFrom('articles')
        .select(['id', 'file'])
        .where('file', 'in', some)
        .execute();
      for (const { id, file } of articles) this.#ids.set(file, id);
    }
    for (const rows of await rowsOfFiles(this.#draft, files)) await deleteRows(this.#draft, rows);
  }

  async writeSources(states: FileState[], listed: ListedFiles): Promise<void> {
    for (const some of batches(states)) {
      const rows = some.map(({ path: file, hash }) => ({ file, hash, stamp: listed.get(file) ?? null }));
      await this.#draft.insertInto('sources').values(rows).execute();
    }
  }

  /** Notes what the system says of files that hold what they held. */
  async restamp(files: string[], listed: ListedFiles): Promise<void> {
    for (const file of files) {
      const stamp = listed.get(file) ?? null;
      await this.#draft.updateTable('sources').set({ stamp }).where('file', '=', file).execute();
    }
  }

  async writeDocuments(documents: Documents, bodies: Map<string, Body>): Promise<void> {
    for (const site of documents.sites) await this.#writeSite(site);
    for (const category of documents.categories) await this.#writeCategory(category);
    for (const author of documents.authors) await this.#writeAuthor(author, bodies.get(author._id));
    for (const page of documents.pages) await this.#writePage(page, bodies.get(page._id));
    for (const article of documents.articles) await this.#writeArticle(article, bodies.get(article._id));
    // One after the other: FTS5 writes out what it has gathered whenever a statement of several rows comes between.
    for (const row of this.#searched.splice(0)) await engineOf(this.#draft).writeSearch(this.#draft, row);
  }

  /** Call it at the end of a cold edition. */
  async settle(): Promise<void> {
    await engineOf(this.#draft).settle(this.#draft);
  }

  /** What a file's fields and body point to, so that a later publication can tell what breaks. */
  async writeRefs(checked: CheckedFile, body: Body | undefined): Promise<void> {
    const file = checked.document.path;
    const offset = checked.frontMatter.bodyLine - 1;
    const rows = [
      ...checked.refs.map((ref) => ({ file, ...ref })),
      ...(body?.links ?? []).map((ref) => ({
        ...ref,
        file,
        kind: 'link' as const,
        line: ref.line + offset,
        target: pathOf(ref.target),
      })),
      ...(body?.outside ?? []).map((ref) => ({ ...ref, file, kind: 'outside' as const, line: ref.line + offset })),
      ...(body?.images ?? []).map((ref) => ({ ...ref, file, kind: 'image' as const, line: ref.line + offset })),
    ];
    if (rows.length > 0) await this.#draft.insertInto('refs').values(rows).execute();
  }

  async writeWarnings(file: string, warnings: Pick<Problem, 'line' | 'column' | 'message'>[]): Promise<void> {
    const rows = warnings.map(({ line, column, message }) => ({ file, line, column, message }));
    if (rows.length > 0) await this.#draft.insertInto('warnings').values(rows).execute();
  }

  /** What has become of the pictures; only files of another size or time than before are read. */
  async findImageChanges(files: ImageFile[]): Promise<ImageChanges> {
    const before = await this.#draft.selectFrom('images').selectAll().execute();
    const known = new Map(before.map((image) => [image.src, image]));
    const written: ImageRow[] = [];
    const read: ImageChanges['files'] = [];
    for (const { src, file, size, modifiedAt } of files) {
      const image = known.get(src);
      known.delete(src);
      if (image?.size === size && image.modified_at === modifiedAt) continue;
      const bytes = await readFile(file);
      // Loaded where it is needed: most publications come without a new picture.
      const { default: sharp } = await import('sharp');
      // A picture that cannot be read has no size, and checkReferences reports it where it is used.
      const { width = 0, height = 0 } = await sharp(bytes)
        .metadata()
        .catch(() => ({ width: 0, height: 0 }));
      const hash = hashOf(bytes).slice(0, 12);
      read.push({ hash, file });
      written.push({ src, hash, width, height, size, modified_at: modifiedAt });
    }
    const hashes = new Map(before.map(({ src, hash }) => [src, hash]));
    const changed = written.filter(({ src, hash }) => hashes.get(src) !== hash).map(({ src }) => src);
    return { written, files: read, removed: [...known.keys()], changed: [...changed, ...known.keys()] };
  }

  /** Brings the list of pictures up to date. */
  async writeImages({ written, files, removed }: ImageChanges): Promise<void> {
    const sources = [...removed, ...written.map(({ src }) => src)];
    if (sources.length === 0) return;
    for (const some of batches(sources)) await this.#draft.deleteFrom('images').where('src', 'in', some).execute();
    for (const some of batches(written)) await this.#draft.insertInto('images').values(some).execute();
    await engineOf(this.#draft).keepPictures?.(this.#draft, files);
  }

  async #writeSite({ _id, _raw, type, ...site }: Site): Promise<void> {
    await writeMeta(this.#draft, 'site', JSON.stringify(site));
  }

  async #writeCategory(category: Category): Promise<void> {
    await this.#draft
      .insertInto('categories')
      .values({
        slug: slugOf(category._id),
        file: category._id,
        name: category.name,
        description: category.description ?? null,
        sort: category.order ?? Number.MAX_SAFE_INTEGER,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async #writeAuthor(author: Author, body: Body | undefined): Promise<void> {
    await this.#draft
      .insertInto('authors')
      .values({
        slug: slugOf(author._id),
        file: author._id,
        name: author.name,
        role: author.role ?? null,
        image: author.image ? JSON.stringify(author.image) : null,
        links: JSON.stringify(author.links),
        tree: JSON.stringify(body?.tree),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async #writePage(page: Page, body: Body | undefined): Promise<void> {
    await this.#draft
      .insertInto('pages')
      .values({
        slug: slugOf(page._id),
        file: page._id,
        title: page.title,
        summary: page.summary ?? null,
        search: page.search ? JSON.stringify(page.search) : null,
        tree: JSON.stringify(body?.tree),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await this.#writeRedirects(page);
  }

  async #writeArticle(article: Article, body: Body | undefined): Promise<void> {
    const published_at = Date.parse(article.publishedAt);
    const day = dayIn(this.#timeZone, new Date(published_at));
    const status = article.status ?? 'published';
    const title = decodeCharacterReferences(article.title);
    const summary = decodeCharacterReferences(article.summary);
    const inserted = await this.#draft
      .insertInto('articles')
      .values({
        id: this.#ids.get(article._id) ?? (this.#lastId += 1),
        file: article._id,
        path: articlePath(day, slugOf(article._id)),
        day,
        published_at,
        updated_at: article.updatedAt ? Date.parse(article.updatedAt) : null,
        title,
        summary,
        kind: article.kind,
        category: article.category,
        dateline: article.dateline ?? null,
        lang: article.lang ?? null,
        image: article.image ? JSON.stringify(article.image) : null,
        source: article.source ? JSON.stringify(article.source) : null,
        search: article.search ? JSON.stringify(article.search) : null,
        status,
        withdrawn_reason: article.withdrawnReason ?? null,
        withdrawn_at: momentOfWithdrawal(article),
        lead: article.lead ?? null,
        history_from: article.historyFrom ? Date.parse(article.historyFrom) : null,
        words: body?.words ?? 0,
      })
      // A second file at the same address is reported by the address book, which sees both.
      .onConflict((conflict) => conflict.column('path').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) return;
    const article_id = inserted.id;
    const text = body?.text ?? '';
    await this.#draft
      .insertInto('bodies')
      .values({
        article_id,
        tree: JSON.stringify(body?.tree),
        headings: JSON.stringify(body?.headings),
        plain: text === indexText(text) ? null : text,
      })
      .execute();
    const listed_at = status === 'published' ? published_at : null;
    const authors = article.authors.map((author, position) => ({ article_id, author, position, listed_at }));
    await this.#draft.insertInto('article_authors').values(authors).execute();
    const tags = [...new Set(article.tags)].map((tag) => ({ article_id, tag, listed_at }));
    if (tags.length > 0) await this.#draft.insertInto('article_tags').values(tags).execute();
    const corrections = article.corrections.map(({ date, text }) => {
      const corrected_at = Date.parse(date);
      // Readers learn of it when they may see both the correction and its story.
      return { article_id, corrected_at, text, listed_at: listed_at && Math.max(listed_at, corrected_at) };
    });
    if (corrections.length > 0) await this.#draft.insertInto('corrections').values(corrections).execute();
    const translations = article.translations.map(({ lang, url }) => ({ article_id, lang, url }));
    if (translations.length > 0) await this.#draft.insertInto('translations').values(translations).execute();
    await this.#writeRedirects(article);
    const likeness = bandsOf(text).map((band) => ({ band, article_id }));
    if (likeness.length > 0) await this.#draft.insertInto('likeness').values(likeness).execute();
    if (status === 'published') {
      this.#searched.push({
        rowid: article_id,
        title: indexText(title),
        summary: indexText(summary),
        body: indexText(text),
      });
      await this.#writeWords(`${title} ${summary} ${text}`);
    }
  }

  async #writeRedirects({ _id: file, redirectFrom }: Article | Page): Promise<void> {
    if (redirectFrom.length === 0) return;
    await this.#draft
      .insertInto('redirects')
      .values(redirectFrom.map((from_path) => ({ from_path, file })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Notes the words that are not noted yet; they stay when their stories go. */
  async #writeWords(text: string): Promise<void> {
    const words = [...plainWords(text)].filter((word) => !this.#words.has(word));
    for (const word of words) this.#words.add(word);
    for (const some of batches(words)) {
      const rows = some.map((word) => ({ length: word.length, word }));
      await this.#draft
        .insertInto('search_words')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }
}

function momentOfWithdrawal({ status, withdrawnAt, updatedAt }: Article): number | null {
  const moment = status === 'withdrawn' ? (withdrawnAt ?? updatedAt) : undefined;
  return moment ? Date.parse(moment) : null;
}

function slugOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.(mdx|yaml)$/, '');
}

/** A link's path, as addresses are compared: without query, anchor and a slash at the end. */
function pathOf(link: string): string {
  return link.replace(/[?#].*$/, '').replace(/(.)\/+$/, '$1');
}
