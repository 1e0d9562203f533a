import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { numberedSlug, slugOf } from '../../content/slug-of';
import { dayIn, isoIn, momentIn } from '../../dates';
import { minLeadImageWidth } from '../../edition/check-references';
import { compileBody } from '../../mdx/compile-body';
import type { ImportFolder } from '../import-folder';
import type { ImportReport } from '../import-report';
import { paragraphsOf } from '../paragraphs-of';
import { shorten } from '../shorten';
import { UploadPictures } from '../upload-pictures';
import { mapFields, type MappedFields } from './map-fields';
import { markdownBody } from './markdown-body';
import { nameParts, readMarkdownFile } from './read-markdown-file';

export type MarkdownImport = {
  /** The folder of the old site, as it was given. */
  root: string;
  folder: ImportFolder;
  /** Where pictures lie that texts name with a path from the site's root: Hugo's static, Astro's public. Absolute. */
  uploads: string | undefined;
  /** The paper's. */
  timeZone: string;
  report: ImportReport;
};

/** Makes stories of Markdown files: those of a day become articles, those without become pages. */
export async function importMarkdown({ root, folder, uploads, timeZone, report }: MarkdownImport): Promise<void> {
  const names = new Names(folder, report);
  const absolute = path.resolve(root);
  const pictures = [new UploadPictures(folder, absolute), ...(uploads ? [new UploadPictures(folder, uploads)] : [])];
  for (const file of await markdownFiles(absolute, root)) {
    const read = readMarkdownFile(file, await readFile(path.join(absolute, file), 'utf8'));
    if ('mistake' in read) {
      report.note(file, `It was left out: ${read.mistake}.`);
      continue;
    }
    const fields = mapFields(read);
    const note = (sentence: string) => report.note(file, sentence);
    if (fields.unknown.length > 0) note(`Its fields ${fields.unknown.join(', ')} were left out.`);
    const find = (src: string) => findPicture(pictures, src, file);
    const body = markdownBody(read.body, {
      showsPicture: () => false,
      link: (href) => (/^(https?:|mailto:|tel:|#.|\/)/i.test(href) ? href : undefined),
      lost: (what) => note(`It holds ${what}.`),
      picture: (src, alt, caption) => {
        const found = find(src);
        const spoken = alt || caption || path.posix.parse(src).name.replace(/[-_]+/g, ' ');
        if (found) return { src: found, alt: spoken, credit: names.credit };
        if (/^https?:/.test(src)) return { remote: src, alt: spoken };
        note(`The picture ${src} was not found, and was left out. Name its folder with --uploads.`);
        return undefined;
      },
    });
    const written = await writeStory({ file, fields, body, folder, timeZone, names, find, pictures, note });
    if (written) report.count(written.kind, written.result);
  }
  await names.write();
  for (const some of pictures) await some.copy(report);
}

type Story = {
  file: string;
  fields: MappedFields;
  body: string;
  folder: ImportFolder;
  timeZone: string;
  names: Names;
  find: (src: string) => string | undefined;
  pictures: UploadPictures[];
  note: (sentence: string) => void;
};

async function writeStory(story: Story) {
  const { file, fields, body, folder, timeZone, names, note } = story;
  const parts = nameParts(file);
  const moment = momentOf(fields.publishedAt || parts.day || '', timeZone);
  const slug = slugOf(fields.slug || parts.slug) ?? slugOf(fields.title) ?? 'story';
  const title = fields.title || shorten(compileBody(paragraphsOf(body)).text, 60) || parts.slug;
  const text = body === '' ? `${title}\n` : body;
  if (body === '') note('It had no text. Its headline stands in its place.');
  if (!moment) {
    if (fields.isDraft) {
      note('It is a draft without a date, and pages of a paper are public. It was left out.');
      return undefined;
    }
    const target = folder.fileFor(file, (copy) => `pages/${numberedSlug(slug, copy)}.mdx`);
    const front = {
      title,
      ...(fields.summary ? { summary: fields.summary } : {}),
      ...search(fields),
      ...redirects(fields),
    };
    return { kind: 'pages', result: await folder.write(file, target, document(front, text)) };
  }
  const day = dayIn(timeZone, moment);
  const target = folder.fileFor(
    file,
    (copy) => `articles/${day.slice(0, 4)}/${day.slice(5, 7)}/${numberedSlug(slug, copy)}.mdx`,
  );
  const updated = momentOf(fields.updatedAt, timeZone);
  const [category, ...others] = fields.categories;
  const tags = [...new Set([...fields.tags, ...others].flatMap((name) => slugOf(name) ?? []))];
  const front = {
    title,
    summary: fields.summary || fields.searchDescription || shorten(compileBody(paragraphsOf(body)).text, 200) || title,
    publishedAt: isoIn(timeZone, moment),
    ...(updated && updated > moment ? { updatedAt: isoIn(timeZone, updated) } : {}),
    authors: names.authors(fields.authors),
    category: names.category(category ?? 'News'),
    ...(tags.length > 0 ? { tags } : {}),
    ...(await leadPicture(story)),
    ...(fields.isDraft ? { status: 'draft' } : {}),
    ...search(fields),
    ...redirects(fields),
  };
  for (const { message, line } of compileBody(text).problems)
    note(`Line ${line} of its text is to be looked at: ${message}`);
  return { kind: 'stories', result: await folder.write(file, target, document(front, text)) };
}

async function leadPicture({ fields, find, pictures, names, note }: Story): Promise<object> {
  if (fields.picture === '') return {};
  const src = find(fields.picture);
  if (!src) {
    note(`Its lead picture ${fields.picture} was not found. Name its folder with --uploads.`);
    return {};
  }
  const widths = await Promise.all(pictures.map((some) => some.width(src)));
  if (Math.max(...widths.map((width) => width ?? 0)) < minLeadImageWidth) {
    note(`Its lead picture ${src} is narrower than ${minLeadImageWidth} px, and was left out.`);
    return {};
  }
  const alt = fields.pictureAlt || fields.pictureCaption || fields.title;
  if (!fields.pictureAlt) note(`The picture ${src} had no words for those who do not see it; “${alt}” was written.`);
  const caption = fields.pictureCaption ? { caption: fields.pictureCaption } : {};
  return { image: { src, alt, credit: names.credit, ...caption } };
}

function search({ title, summary, searchTitle, searchDescription }: MappedFields): { search?: object } {
  const search = {
    ...(searchTitle && searchTitle !== title ? { title: searchTitle } : {}),
    ...(searchDescription && summary && searchDescription !== summary ? { description: searchDescription } : {}),
  };
  return Object.keys(search).length > 0 ? { search } : {};
}

function redirects({ oldPaths }: MappedFields): { redirectFrom?: string[] } {
  const paths = [...new Set(oldPaths.map((old) => old.replace(/\/+$/, '')).filter((old) => old !== ''))];
  return paths.length > 0 ? { redirectFrom: paths } : {};
}

function document(fields: object, body: string): string {
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}`;
}

/** A date of YAML or TOML, with or without a time; without an offset it is on the paper's clock. */
function momentOf(text: string, timeZone: string): Date | undefined {
  const [, day, time = '00:00:00', offset] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim()) ?? [];
  if (!day) return textDate(text, timeZone);
  if (offset) return valid(new Date(`${day}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`));
  return valid(momentIn(timeZone, day, time));
}

/** “Jul 08 2022”, as Astro's templates have it. */
function textDate(text: string, timeZone: string): Date | undefined {
  const read = new Date(`${text} UTC`);
  if (!/^[A-Z][a-z]+ \d{1,2},? \d{4}$/.test(text) || Number.isNaN(read.getTime())) return undefined;
  return momentIn(timeZone, read.toISOString().slice(0, 10), '00:00');
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function findPicture(pictures: UploadPictures[], src: string, file: string): string | undefined {
  if (/^[a-z]+:/i.test(src)) return undefined;
  const plain = src.replace(/[?#].*$/, '');
  const name = path.posix.normalize(
    plain.startsWith('/') ? plain.slice(1) : path.posix.join(path.posix.dirname(file), plain),
  );
  if (name.startsWith('..')) return undefined;
  for (const some of pictures) {
    const found = some.find([name, plain.replace(/^\/+/, '')].filter((one) => !one.startsWith('..')));
    if (found) return found;
  }
  return undefined;
}

async function markdownFiles(folder: string, name: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      throw new Error(`There is no folder ${name}. Give the one that the Markdown files are in.`);
    },
  );
  return entries
    .filter((entry) => entry.isFile() && /\.(md|markdown|mdx)$/i.test(entry.name) && entry.name !== '_index.md')
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !/(^|\/)(\.|node_modules\/)|(^|\/)README\.md$/i.test(file))
    .sort();
}

/** Authors and sections, by the names that files give them. */
class Names {
  /** Nobody says who made a picture, so it is said where it came from. */
  readonly credit = 'Archive';
  #folder: ImportFolder;
  #report: ImportReport;
  #files = new Map<string, { file: string; text: string; kind: string }>();

  constructor(folder: ImportFolder, report: ImportReport) {
    this.#folder = folder;
    this.#report = report;
  }

  authors(names: string[]): string[] {
    const given = names.length > 0 ? names : ['Staff'];
    return [...new Set(given.map((name) => this.#slug('authors', name, 'mdx', `---\n${stringify({ name })}---\n`)))];
  }

  category(name: string): string {
    return this.#slug('categories', name, 'yaml', stringify({ name: name.charAt(0).toUpperCase() + name.slice(1) }));
  }

  async write(): Promise<void> {
    for (const [key, { file, text, kind }] of this.#files) {
      this.#report.count(kind === 'authors' ? 'authors' : 'sections', await this.#folder.write(key, file, text));
    }
  }

  #slug(kind: 'authors' | 'categories', name: string, extension: string, text: string): string {
    const wanted = slugOf(name) ?? `${kind === 'authors' ? 'author' : 'section'}-${this.#files.size + 1}`;
    const key = `${kind} ${wanted}`;
    const file = this.#folder.fileFor(key, (copy) => `${kind}/${numberedSlug(wanted, copy)}.${extension}`);
    if (!this.#files.has(key)) this.#files.set(key, { file, text, kind });
    return file.slice(kind.length + 1, -extension.length - 1);
  }
}
