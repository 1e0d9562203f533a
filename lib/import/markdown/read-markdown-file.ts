import path from 'node:path';
import { parse as parseToml, TomlError } from 'smol-toml';
import { readFrontMatter } from '../../content/front-matter';

/** A Markdown file of another system: its fields as they stand, and the text below them. */
export type MarkdownFile = { file: string; fields: Record<string, unknown>; body: string };

/**
 * Takes a file apart.
 *
 * @param file below the folder that is imported, with forward slashes
 * @returns a sentence instead where its front matter cannot be read
 */
export function readMarkdownFile(file: string, text: string): MarkdownFile | { mistake: string } {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const toml = /^\+\+\+[ \t]*\n([\s\S]*?)^\+\+\+[ \t]*(?:\n|$)/m.exec(plain);
  if (toml?.index === 0) {
    try {
      const fields: Record<string, unknown> = JSON.parse(JSON.stringify(parseToml(toml[1] ?? '')));
      return { file, fields, body: plain.slice(toml[0].length) };
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      return { mistake: `line ${error.line + 1}: its front matter is not valid TOML: ${error.message.split('\n')[0]}` };
    }
  }
  if (!plain.startsWith('---')) return { mistake: 'it has no front matter' };
  const { data, body, mistakes } = readFrontMatter(plain, false);
  const [mistake] = mistakes;
  return mistake ? { mistake: `line ${mistake.line}: ${mistake.message}` } : { file, fields: data, body };
}

/** What the name of a file says: Jekyll's begins with a day, and Hugo's folders have an index. */
export function nameParts(file: string): { day?: string; slug: string } {
  const { name, dir } = path.posix.parse(file);
  const base = name === 'index' ? path.posix.basename(dir) : name;
  const [, day, rest] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(base) ?? [];
  return rest ? { day, slug: rest } : { slug: base };
}
