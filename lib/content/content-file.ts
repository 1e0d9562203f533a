import { createHash } from 'node:crypto';
import { notInXml } from '../xml-text';

/** The kinds of file in content/, by the folder that each lives in. */
export type ContentKind = 'Article' | 'Author' | 'Category' | 'Page' | 'Site';

export type ContentFile = {
  /** Path below the content folder, with forward slashes. */
  path: string;
  kind: ContentKind;
  slug: string;
  text: string;
};

/** A story longer than this is a mistake: a novel is half of it. In bytes. */
export const maxFileSize = 1_000_000;

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a path below the content folder holds; undefined where nothing of the contract lives. */
export function kindOf(path: string): { kind: ContentKind; slug: string } | undefined {
  if (path === 'site.yaml') return { kind: 'Site', slug: 'site' };
  const match = /^(articles|authors|categories|pages)\/(?:.+\/)?([^/]+)\.(mdx|yaml)$/.exec(path);
  const [, folder = '', slug = '', extension = ''] = match ?? [];
  const kind = kindByFolder[folder];
  if (!kind || extension !== (kind === 'Category' ? 'yaml' : 'mdx')) return undefined;
  return { kind, slug };
}

/** Whether files of a kind are YAML from their first line to their last. */
export function isWholeYaml(kind: ContentKind): boolean {
  return kind === 'Category' || kind === 'Site';
}

const kindByFolder: Record<string, ContentKind> = {
  articles: 'Article',
  authors: 'Author',
  categories: 'Category',
  pages: 'Page',
};

/** A mistake in how a file was saved, with its place. */
export type SavingMistake = { line: number; column: number; message: string };

/** Whether a file was saved as the tools of the newsroom expect: UTF-8, LF, no byte order mark, of a sane size. */
export function checkSaving(bytes: Uint8Array): SavingMistake | undefined {
  if (bytes.length > maxFileSize) {
    const megabytes = (bytes.length / 1_000_000).toFixed(1);
    return at(
      1,
      1,
      `The file has ${megabytes} MB, more than the 1 MB that a story may have. Split it, or move its data to a page that it links to.`,
    );
  }
  if (bytes.length === 0) return at(1, 1, 'The file is empty. Write its front matter and text, or delete it.');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return at(1, 1, 'The file begins with a byte order mark. Save it as “UTF-8”, not “UTF-8 with BOM”.');
  }
  const text = decode(bytes);
  if (text === undefined) return at(1, 1, 'The file is not UTF-8. Save it again with the encoding UTF-8.');
  const carriage = text.indexOf('\r');
  if (carriage >= 0) {
    const before = text.slice(0, carriage).split('\n');
    return at(
      before.length,
      (before.at(-1)?.length ?? 0) + 1,
      'Lines end with CRLF. Save the file with LF line endings; git does so by itself with “* text=auto eol=lf” in .gitattributes.',
    );
  }
  const control = text.search(notInXml);
  if (control >= 0) {
    const before = text.slice(0, control).split('\n');
    const code = text.charCodeAt(control);
    const name =
      code === 0 ? 'NUL character' : `control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return at(
      before.length,
      (before.at(-1)?.length ?? 0) + 1,
      `There is a ${name} here: the file is not text. Delete the character.`,
    );
  }
  return undefined;
}

function at(line: number, column: number, message: string): SavingMistake {
  return { line, column, message };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
