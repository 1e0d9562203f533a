import { diffArrays } from 'diff';
import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { bodyParser, compileBody } from '../mdx/compile-body';
import { asWritten, encodeSource, passageOf } from './as-written';

/** What the editor makes of a text that is opened and saved untouched, without the empty line at its end. */
export type RoundTrip = (text: string) => string;

/** A body as the editor gets it, block by block. */
export type DeskBody = {
  /** What the editor is given. */
  text: string;
  blocks: DeskBlock[];
  /** White space below the last block. */
  end: string;
};

type DeskBlock = {
  /** As the file has it, byte for byte. */
  source: string;
  /** White space between this block and the one before it, or the beginning. */
  gap: string;
  /** As the editor gets it, and gives it back when nobody touched it. */
  desk: string;
};

/** What stands for something that is written elsewhere in the text: a block on its own does not tell what it means. */
const dependent = new Set(['definition', 'linkReference', 'imageReference', 'footnoteDefinition', 'footnoteReference']);

/**
 * A body for the editor. Each block that the editor would change by opening it, such as a table with aligned columns or
 * a footnote, is shown as the Markdown that it is.
 *
 * @param source the text below the front matter
 */
export function openBody(source: string, roundTrip: RoundTrip): DeskBody {
  const blocks = blocksOf(source).map((block) => ({
    ...block,
    desk: keptForm(block, roundTrip) ?? passage(block.source),
  }));
  const end = source.slice(source.trimEnd().length);
  const opened = { text: joined(blocks), blocks, end };
  if (isStable(opened, roundTrip)) return opened;
  // Side by side the blocks are something else than each by itself: two lists would become one.
  const safe = blocks.map((block) => ({ ...block, desk: passage(block.source) }));
  return { text: joined(safe), blocks: safe, end };
}

/**
 * A body for the file: what the editor gave back, in which blocks that nobody touched are as the file had them.
 *
 * @param original what `openBody` made of the file; undefined for a new one
 * @param edited what the editor gave back
 * @throws Error with a sentence for the editor, when a passage “as written” was moved into another block
 */
export function closeBody(edited: string, original?: DeskBody): string {
  const blocks = blocksOf(edited);
  for (const { node } of blocks) refuseNested(node);
  const before = original?.blocks ?? [];
  const compared = diffArrays(
    before.map(({ desk }) => desk),
    blocks.map(({ source }) => source),
  );
  let text = '';
  /** Where the original had the block that was written last; undefined after a new one. */
  let last: number | undefined = -1;
  const write = (block: string, place?: number) => {
    const kept = place !== undefined && last !== undefined && place === last + 1 ? before[place]?.gap : undefined;
    text += (kept ?? (text === '' ? '\n' : '\n\n')) + block;
    last = place;
  };
  let place = 0;
  let next = 0;
  for (const { value, added, removed } of compared) {
    for (const block of value) {
      if (added) {
        const node = blocks[next]?.node;
        write((node && passageOf(node)) ?? block);
      } else if (!removed) {
        write(before[place]?.source ?? block, place);
      }
      if (!removed) next += 1;
      if (!added) place += 1;
    }
  }
  if (original && last === before.length - 1) return text + original.end;
  return text === '' ? '' : `${text}\n`;
}

type Block = { source: string; gap: string; node: RootContent };

function blocksOf(text: string): Block[] {
  let end = 0;
  return parsed(text).children.map((node) => {
    const start = node.position?.start.offset ?? 0;
    const gap = text.slice(end, start);
    end = node.position?.end.offset ?? text.length;
    return { source: text.slice(start, end), gap, node };
  });
}

/** A text that is not MDX is one passage. */
function parsed(text: string): Root {
  try {
    return bodyParser.parse(text);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const trimmed = text.trim();
    const start = text.indexOf(trimmed);
    const point = (offset: number) => ({ line: 1, column: 1, offset });
    const position = { start: point(start), end: point(start + trimmed.length) };
    return { type: 'root', children: [{ type: 'html', value: trimmed, position }] };
  }
}

/** The form in which the editor gives a block back, if that says the same; undefined otherwise. */
function keptForm({ source, node }: Block, roundTrip: RoundTrip): string | undefined {
  let isDependent = false;
  visit(node, ({ type }) => {
    isDependent ||= dependent.has(type);
  });
  if (isDependent) return undefined;
  const before = compileBody(source);
  if (before.problems.length > 0) return undefined;
  const form = attempt(source, roundTrip);
  if (form === undefined) return undefined;
  const after = compileBody(form);
  const isSame = after.problems.length === 0 && JSON.stringify(after.tree) === JSON.stringify(before.tree);
  return isSame && attempt(form, roundTrip) === form ? form : undefined;
}

/** Undefined for what the editor cannot open. */
function attempt(text: string, roundTrip: RoundTrip): string | undefined {
  try {
    return roundTrip(text);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function passage(source: string): string {
  const quoted = encodeSource(source).replaceAll('&', '&amp;').replaceAll('"', '&#x22;');
  return `<${asWritten} source="${quoted}" />`;
}

function joined(blocks: DeskBlock[]): string {
  return blocks.length === 0 ? '' : `\n${blocks.map(({ desk }) => desk).join('\n\n')}\n`;
}

function isStable({ text, blocks }: DeskBody, roundTrip: RoundTrip): boolean {
  const back = blocksOf(attempt(text.trim(), roundTrip) ?? '');
  return back.length === blocks.length && back.every(({ source }, index) => source === blocks[index]?.desk);
}

function refuseNested(block: RootContent): void {
  visit(block, (node) => {
    if (node === block || !('name' in node) || node.name !== asWritten) return;
    throw new Error('A passage “As written” stands inside another block. Move it out, to a place of its own.');
  });
}
