import type { Element } from 'hast';
import { raw } from 'hast-util-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Surroundings } from '../block-writer';
import { htmlToMdx } from '../html-to-mdx';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

const toHast = unified().use(remarkRehype, {
  allowDangerousHtml: true,
  handlers: {
    footnoteReference: (_state, node: FootnoteReference): Element =>
      footnote('footnote-reference', node.identifier, []),
    footnoteDefinition: (state, node: FootnoteDefinition): Element =>
      footnote(
        'footnote-definition',
        node.identifier,
        state.all(node).filter((child) => child.type === 'element'),
      ),
  },
});

/** What looks like a shortcode of Hugo, a tag of Jekyll, or a component of Astro. */
const foreign = [
  /\{\{[<%]\s*\/?\s*([\w/.-]+)[\s\S]*?[>%]\}\}/g,
  /\{%-?\s*([\w-]+)[\s\S]*?-?%\}/g,
  /\{\{\s*([\w.]+)[^}]*\}\}/g,
  /^import\s+(\w+)\s+from\s.*$/gm,
];

/** A text in Markdown, with HTML in it, as the body of a story. What belongs to another system stays as words. */
export function markdownBody(markdown: string, surroundings: Surroundings): string {
  for (const pattern of foreign) {
    for (const [, name = ''] of markdown.matchAll(pattern))
      surroundings.lost(`“${name}” of another system, left as it stands`);
  }
  const tree = raw(toHast.runSync(parser.parse(markdown)));
  return tree.type === 'root' ? htmlToMdx(tree, surroundings) : '';
}

function footnote(tagName: string, identifier: string, children: Element[]): Element {
  return { type: 'element', tagName, properties: { dataNote: identifier }, children };
}
