import { checkFields } from '../content/check-fields';
import { checkSaving, isWholeYaml, kindOf, type ContentKind } from '../content/content-file';
import { fieldsOf } from '../content/field-definitions';
import { checkSlug } from '../content/field-rules';
import { readFrontMatter, type FrontMatter } from '../content/front-matter';
import type { Problem } from '../content/problem';
import { dayIn } from '../dates';
import { articlePath } from '../urls';
import type { StagedDocument } from './documents';
import type { RefKind } from './schema';
import { isRecord } from '../is-record';

/** A content file that was read: ready for Contentlayer, or with what is wrong with it. */
export type CheckedFile = {
  document: StagedDocument;
  /** The address of an article, where its fields are good enough to tell. */
  path: string | undefined;
  slug: string;
  frontMatter: FrontMatter;
  /** What its fields point to. */
  refs: FileRef[];
  problems: Problem[];
  /** What may be meant so, and is to be looked at. */
  warnings: Problem[];
};

export type FileRef = { kind: RefKind; target: string; line: number; column: number };

/** In characters, of which Google shows so many. */
const longestHeadline = 110;

/**
 * Reads one file of content/ and checks everything that can be told without other files, the body apart.
 *
 * @param name the file's name in messages
 * @param timeZone the site's; addresses depend on it
 */
export function checkFile(file: string, bytes: Uint8Array, name: string, timeZone: string): CheckedFile {
  const found = kindOf(file);
  const problems: Problem[] = [];
  const report = (line: number, column: number, message: string) =>
    problems.push({ file: name, line, column, message });
  const kind = found?.kind ?? 'Page';
  const slug = found?.slug ?? '';
  const isYaml = isWholeYaml(kind);
  if (!found) report(1, 1, misplaced(file));
  const mistake = checkSaving(bytes);
  if (mistake) report(mistake.line, mistake.column, mistake.message);
  const isReadable = found && (!mistake || /CRLF|byte order/.test(mistake.message));
  const text = isReadable
    ? new TextDecoder()
        .decode(bytes)
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n')
    : '';
  const frontMatter = readFrontMatter(text, isYaml || !isReadable);
  const checked: CheckedFile = {
    document: { path: file, kind, data: frontMatter.data, body: frontMatter.body },
    path: undefined,
    slug,
    frontMatter,
    refs: [],
    problems,
    warnings: [],
  };
  if (!isReadable) return checked;
  for (const { line, column, message } of frontMatter.mistakes) report(line, column, message);
  const slugMistake = kind === 'Site' ? undefined : checkSlug(slug);
  if (slugMistake) report(1, 1, `The file's name makes its address: ${slugMistake} Rename the file.`);
  if (frontMatter.mistakes.length > 0) return checked;

  checked.refs = refsOf(checked);
  for (const { path, message } of checkFields(frontMatter.data, fieldsOf(kind))) {
    const { line, column } = frontMatter.positionOf(path);
    report(line, column, message);
  }
  if (kind === 'Article') checkArticle(checked, timeZone, name);
  if (kind !== 'Article' && file.split('/').length > 2) {
    report(
      1,
      1,
      `${folderOf(kind)} has no folders inside. Move the file to ${folderOf(kind)}/${slug}.${isYaml ? 'yaml' : 'mdx'}.`,
    );
  }
  return checked;
}

function refsOf({ document: { kind, data }, frontMatter }: CheckedFile): FileRef[] {
  const refs: FileRef[] = [];
  const add = (ref: RefKind, target: unknown, path: (string | number)[]) => {
    if (typeof target === 'string') refs.push({ kind: ref, target, ...frontMatter.positionOf(path) });
  };
  const addOutside = (ref: RefKind, target: unknown, path: (string | number)[]) => {
    if (typeof target === 'string' && /^https?:/.test(target)) add(ref, target, path);
  };
  const addEach = (ref: RefKind, field: string) => {
    const list = data[field];
    if (Array.isArray(list)) list.forEach((target: unknown, index) => add(ref, target, [field, index]));
  };
  if (kind === 'Article') {
    addEach('author', 'authors');
    add('category', data.category, ['category']);
    const translations: unknown[] = Array.isArray(data.translations) ? data.translations : [];
    translations.forEach((translation, index) => {
      const { lang, url } = readTranslation(translation);
      if (lang && url?.startsWith('/')) add('translation', `${lang} ${url}`, ['translations', index, 'url']);
      else addOutside('outside', url, ['translations', index, 'url']);
    });
    if (isRecord(data.source)) addOutside('source', data.source.url, ['source', 'url']);
  }
  if (kind === 'Author' && Array.isArray(data.links)) {
    data.links.forEach((link: unknown, index) => {
      if (isRecord(link)) addOutside('outside', link.url, ['links', index, 'url']);
    });
  }
  if (kind === 'Site') {
    addEach('category', 'navigation');
    add('image', data.icon, ['icon']);
  }
  if (typeof data.image === 'object' && data.image !== null && 'src' in data.image) {
    add(kind === 'Article' ? 'leadImage' : 'image', data.image.src, ['image', 'src']);
  }
  return refs;
}

function readTranslation(translation: unknown): { lang?: string; url?: string } {
  if (!isRecord(translation)) return {};
  const { lang, url } = translation;
  return { lang: typeof lang === 'string' ? lang : undefined, url: typeof url === 'string' ? url : undefined };
}

/** The rules that hold between an article's fields, and between them and its folder. */
function checkArticle(checked: CheckedFile, timeZone: string, name: string): void {
  const { data, path: file } = checked.document;
  const report = (field: (string | number)[], message: string) => {
    checked.problems.push({ file: name, ...checked.frontMatter.positionOf(field), message });
  };
  const length = typeof data.title === 'string' ? Array.from(data.title).length : 0;
  const isToldAnother = isRecord(data.search) && Boolean(data.search.title);
  if (length > longestHeadline && !isToldAnother) {
    const message = `The headline has ${length} characters; search engines cut it off after ${longestHeadline}. Shorten it, or give them a shorter one under “search”.`;
    checked.warnings.push({ file: name, ...checked.frontMatter.positionOf(['title']), message });
  }
  const published = moment(data.publishedAt);
  const updated = moment(data.updatedAt);
  if (published && updated && updated < published) {
    report(['updatedAt'], '“updatedAt” is before “publishedAt”. Correct one of the two, or remove “updatedAt”.');
  }
  if (data.status === 'withdrawn' && !data.withdrawnReason) {
    report(['status'], 'A withdrawn story says why. Write “withdrawnReason: …”, a sentence for readers.');
  }
  if (data.withdrawnReason && data.status !== 'withdrawn') {
    report(['withdrawnReason'], '“withdrawnReason” goes with “status: withdrawn”. Add that, or remove the reason.');
  }
  if (data.withdrawnAt && data.status !== 'withdrawn') {
    report(['withdrawnAt'], '“withdrawnAt” goes with “status: withdrawn”. Add that, or remove the date.');
  }
  const withdrawn = moment(data.withdrawnAt);
  if (published && withdrawn && withdrawn < published) {
    report(['withdrawnAt'], '“withdrawnAt” is before “publishedAt”. Correct one of the two, or remove “withdrawnAt”.');
  }
  // The text of a story that was taken back may be deleted.
  if (checked.frontMatter.body.trim() === '' && data.status !== 'withdrawn') {
    const { bodyLine: line } = checked.frontMatter;
    checked.problems.push({
      file: name,
      line,
      column: 1,
      message: 'The story has no text. Write it below the front matter.',
    });
  }
  if (!published) return;
  const day = dayIn(timeZone, published);
  const folder = `articles/${day.slice(0, 4)}/${day.slice(5, 7)}`;
  if (file !== `${folder}/${checked.slug}.mdx`) {
    report(
      ['publishedAt'],
      `The story is of ${day} in ${timeZone}, so it belongs in ${folder}/. Move the file there, or correct “publishedAt”.`,
    );
  }
  checked.path = articlePath(day, checked.slug);
}

function moment(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function folderOf(kind: ContentKind): string {
  return { Article: 'articles', Author: 'authors', Category: 'categories', Page: 'pages', Site: '.' }[kind];
}

function misplaced(file: string): string {
  const places =
    'articles/<yyyy>/<mm>/<slug>.mdx, authors/<slug>.mdx, categories/<slug>.yaml, pages/<slug>.mdx, images/ and site.yaml';
  return `Nothing of the paper lives at ${file}. Its files are ${places}: move it there, or delete it.`;
}
