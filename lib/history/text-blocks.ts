import type { Element, Nodes, Root } from 'hast';
import { isElementNamed, spokenText } from '../mdx/elements';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** Elements that stand in a line of text; everything else is a block of its own. */
const inline = ['a', 'strong', 'em', 'del', 'code', 'sup', 'sub', 'br', 'span', 'input', 'img'];
/** What the components' props let readers see. */
const printedProps = ['title', 'caption', 'alt', 'cite', 'credit', 'source', 'unit'];

/** A body as blocks of readable text, in their order: headings, paragraphs, items of lists, rows of tables, captions. */
export function textBlocks(tree: Root): string[] {
  return tree.children.flatMap(blocksOf).filter((text) => text !== '');
}

function blocksOf(node: Nodes): string[] {
  if (node.type === 'text') return [spokenText(node)];
  if (node.type !== 'element') return [];
  if (isElementNamed(node, ...headings, 'p', 'caption', 'pre')) return [spokenText(node)];
  if (isElementNamed(node, 'tr')) return [rowText(node)];
  const printed = /^[A-Z]/.test(node.tagName) ? printedTexts(node) : [];
  return [...printed, ...runs(node.children).flatMap((run) => (Array.isArray(run) ? [lineOf(run)] : blocksOf(run)))];
}

/** A table's caption is in the table already, where its component put it. */
function printedTexts({ properties, children }: Element): string[] {
  const hasTable = children.some((child) => isElementNamed(child, 'table'));
  return printedProps.flatMap((name) => {
    const text = properties[name];
    return typeof text === 'string' && !(hasTable && name === 'caption') ? [text] : [];
  });
}

function rowText({ children }: Element): string {
  return children
    .filter((child) => isElementNamed(child, 'td', 'th'))
    .map(spokenText)
    .join(' | ');
}

/** The children, those that stand in one line of text together. */
function runs(nodes: Element['children']): (Element['children'] | Element['children'][number])[] {
  const found: (Element['children'] | Element['children'][number])[] = [];
  let line: Element['children'] = [];
  for (const node of nodes) {
    if (node.type === 'text' || isElementNamed(node, ...inline)) {
      line.push(node);
      if (line.length === 1) found.push(line);
    } else {
      line = [];
      found.push(node);
    }
  }
  return found;
}

function lineOf(nodes: Element['children']): string {
  return spokenText({ type: 'root', children: nodes });
}
