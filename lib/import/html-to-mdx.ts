import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown } from 'mdast-util-to-markdown';
import { BlockWriter, type Surroundings } from './block-writer';

/**
 * Writes a tree of HTML as the MDX that stories are written in: Markdown, figures, tables with captions, pull quotes.
 * What a story cannot hold is told to `lost`, and its words stay wherever there are any.
 *
 * @returns the body of a story, which ends with a line end; empty when there is nothing
 */
export function htmlToMdx(tree: Root, surroundings: Surroundings): string {
  const children = new BlockWriter(surroundings).blocks(tree.children);
  const document: MarkdownRoot = { type: 'root', children };
  return toMarkdown(document, {
    bullet: '-',
    rule: '-',
    fences: true,
    resourceLink: true,
    extensions: [gfmToMarkdown(), mdxToMarkdown()],
    // At the beginning of a line MDX would take them for JavaScript.
    unsafe: [
      { atBreak: true, character: 'i', after: 'mport' },
      { atBreak: true, character: 'e', after: 'xport' },
    ],
  });
}
