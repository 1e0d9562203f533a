import { decodeCharacterReferences } from '../content/character-references';
import { readFrontMatter } from '../content/front-matter';
import { compileBody } from '../mdx/compile-body';
import type { VersionState } from './public-versions';
import { textBlocks } from './text-blocks';

/** What a version of a story's file says. */
export type VersionText = VersionState & { title: string; summary: string; body: string };

/** @returns undefined where the front matter cannot be read, or does not say what and when */
export function readVersion(bytes: Uint8Array): VersionText | undefined {
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  const { data, body, mistakes } = readFrontMatter(text, false);
  const { title, summary, publishedAt, status } = data;
  if (mistakes.length > 0 || typeof title !== 'string' || typeof publishedAt !== 'string') return undefined;
  const moment = Date.parse(publishedAt);
  const state = stateOf(status);
  if (Number.isNaN(moment) || !state) return undefined;
  return {
    status: state,
    publishedAt: moment,
    title: decodeCharacterReferences(title),
    summary: typeof summary === 'string' ? decodeCharacterReferences(summary) : '',
    body,
  };
}

/** A word that is no status never got past the check, so readers did not see what it stands in. */
function stateOf(status: unknown): VersionState['status'] | undefined {
  if (status === undefined || status === null) return 'published';
  return status === 'draft' || status === 'withdrawn' ? status : undefined;
}

/** A body as a reader gets it, block by block; the source's own paragraphs where it does not compile. */
export function readableBlocks(body: string): string[] {
  const { tree, problems } = compileBody(body);
  if (problems.length === 0) return textBlocks(tree);
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
