import { createReadStream } from 'node:fs';
import sax, { type QualifiedTag, type Tag } from 'sax';
import type { WordpressItem, WordpressSite } from './export-item';

/** More text than this in one place is no post, in characters. */
const mostText = 20_000_000;

/** An export that cannot be read; its message names file and line. */
export class ExportError extends Error {}

/**
 * Reads a WordPress export (WXR 1.0 to 1.2) from its beginning to its end, and hands over each item as soon as it is read,
 * so that an export may be larger than memory. Passwords, e-mail addresses, IP addresses and comments are not kept.
 *
 * @param file absolute or from where the command runs
 * @param site is filled with what the export says of it
 * @throws ExportError when the file is no export, is not well-formed, ends too early, or declares entities
 */
export async function* readExport(file: string, site: WordpressSite): AsyncGenerator<WordpressItem> {
  const reader = new ExportReader(site);
  const parser = sax.parser(true, { position: true });
  const fail = (message: string): never => {
    throw new ExportError(`${file}:${parser.line + 1}:${parser.column + 1} ${message}`);
  };
  parser.onerror = (error) =>
    fail(`This is not well-formed XML: ${error.message.split('\n')[0]}. Export the site again.`);
  // An export has none, and entities can be made to grow without end or to name files.
  parser.ondoctype = () =>
    fail('The file declares a DOCTYPE, which an export of WordPress does not. Export the site again.');
  parser.onopentag = (tag) => reader.open(tag);
  parser.ontext = (text) => reader.text(text);
  parser.oncdata = (text) => reader.text(text);
  parser.onclosetag = () => reader.close(fail);
  try {
    for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
      parser.write(String(chunk));
      yield* reader.takeItems();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new ExportError(`There is no file ${file}. Give the path of the export.`);
    }
    throw error;
  }
  if (!reader.isRead) fail('The file ends too early, or is no export of WordPress. Export the site again.');
  yield* reader.takeItems();
}

type Open = { name: string; text: string; attributes: Record<string, string> };

/** Puts together what the parser tells one by one. */
class ExportReader {
  isRead = false;
  #site: WordpressSite;
  #stack: Open[] = [];
  #items: WordpressItem[] = [];
  #item: WordpressItem | undefined;
  /** What is inside an author, a category or a custom field, by its name. */
  #inside = new Map<string, string>();
  #isExport = false;

  constructor(site: WordpressSite) {
    this.#site = site;
  }

  takeItems(): WordpressItem[] {
    return this.#items.splice(0);
  }

  open(tag: Tag | QualifiedTag): void {
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [name, String(value)]));
    this.#stack.push({ name: tag.name, text: '', attributes });
    if (tag.name === 'item') this.#item = emptyItem();
    if (groups.has(tag.name)) this.#inside = new Map();
  }

  text(text: string): void {
    const open = this.#stack.at(-1);
    if (open) open.text += text;
  }

  close(fail: (message: string) => never): void {
    const open = this.#stack.pop();
    if (!open) return;
    if (open.text.length > mostText) fail(`<${open.name}> has more text than a post can have. Export the site again.`);
    const parent = this.#stack.at(-1)?.name;
    if (this.#stack.some(({ name }) => name === 'wp:comment')) return;
    if (open.name === 'wp:wxr_version') this.#isExport = true;
    if (parent && groups.has(parent)) this.#inside.set(open.name, open.text);
    else if (this.#item && parent === 'item') this.#closeInItem(this.#item, open);
    else if (parent === 'channel') this.#closeInChannel(open, fail);
    else if (open.name === 'rss') this.isRead = this.#isExport;
  }

  #closeInChannel(open: Open, fail: (message: string) => never): void {
    const [site, inside] = [this.#site, this.#inside];
    const text = open.text.trim();
    switch (open.name) {
      case 'item':
        if (!this.#isExport)
          fail('There is no wp:wxr_version: this is a feed, and no export of WordPress. Export the site.');
        if (this.#item) this.#items.push(this.#item);
        this.#item = undefined;
        break;
      case 'title':
        site.title ||= text;
        break;
      case 'description':
        site.description ||= text;
        break;
      case 'language':
        site.language ||= text;
        break;
      case 'link':
        site.address ||= withoutSlash(text);
        break;
      case 'wp:base_blog_url':
        if (text) site.address = withoutSlash(text);
        break;
      case 'wp:author': {
        const login = inside.get('wp:author_login') ?? '';
        const whole = `${inside.get('wp:author_first_name') ?? ''} ${inside.get('wp:author_last_name') ?? ''}`.trim();
        const name = inside.get('wp:author_display_name')?.trim() || whole || login;
        if (login) site.authors.set(login, { login, name });
        break;
      }
      case 'wp:category': {
        const slug = inside.get('wp:category_nicename') ?? '';
        const name = inside.get('wp:cat_name') ?? slug;
        const description = inside.get('wp:category_description') ?? '';
        const parent = inside.get('wp:category_parent') ?? '';
        const id = inside.get('wp:term_id');
        if (slug) site.categories.set(slug, { domain: 'category', slug, name, description, parent });
        if (slug && id) site.categoryIds.set(id.trim(), slug);
        break;
      }
    }
  }

  #closeInItem(item: WordpressItem, open: Open): void {
    const { text, attributes } = open;
    const field = textFields[open.name];
    if (field) {
      item[field] = field === 'content' || field === 'excerpt' ? text : text.trim();
      return;
    }
    switch (open.name) {
      case 'wp:post_id':
        item.id = Number.parseInt(text, 10) || 0;
        break;
      case 'wp:post_parent':
        item.parent = Number.parseInt(text, 10) || 0;
        break;
      case 'wp:is_sticky':
        item.isSticky = text.trim() === '1';
        break;
      case 'wp:post_password':
        item.hasPassword = text.trim() !== '';
        break;
      case 'wp:comment':
        item.comments += 1;
        break;
      case 'wp:postmeta':
        item.meta.set(this.#inside.get('wp:meta_key') ?? '', this.#inside.get('wp:meta_value') ?? '');
        break;
      case 'category':
        // WXR 1.0 names each a second time, without its slug.
        if (attributes.nicename) {
          item.terms.push({ domain: attributes.domain ?? 'category', slug: attributes.nicename, name: text.trim() });
        }
        break;
    }
  }
}

/** What has parts that mean something only together. */
const groups = new Set(['wp:author', 'wp:category', 'wp:postmeta', 'wp:comment']);

type TextField =
  | 'type'
  | 'status'
  | 'title'
  | 'link'
  | 'name'
  | 'date'
  | 'dateUtc'
  | 'modifiedUtc'
  | 'creator'
  | 'content'
  | 'excerpt'
  | 'attachmentUrl';

const textFields: Record<string, TextField> = {
  title: 'title',
  link: 'link',
  'dc:creator': 'creator',
  'content:encoded': 'content',
  'excerpt:encoded': 'excerpt',
  'wp:post_type': 'type',
  'wp:status': 'status',
  'wp:post_name': 'name',
  'wp:post_date': 'date',
  'wp:post_date_gmt': 'dateUtc',
  'wp:post_modified_gmt': 'modifiedUtc',
  'wp:attachment_url': 'attachmentUrl',
};

function emptyItem(): WordpressItem {
  return {
    id: 0,
    type: '',
    status: '',
    title: '',
    link: '',
    name: '',
    date: '',
    dateUtc: '',
    modifiedUtc: '',
    creator: '',
    content: '',
    excerpt: '',
    parent: 0,
    isSticky: false,
    hasPassword: false,
    terms: [],
    meta: new Map(),
    attachmentUrl: '',
    comments: 0,
  };
}

export function emptySite(): WordpressSite {
  return {
    title: '',
    description: '',
    address: '',
    language: '',
    authors: new Map(),
    categories: new Map(),
    categoryIds: new Map(),
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
