import type { Comment, Element, ElementContent, Root, Text } from 'hast';
import { makeElement } from '../../plain-body';
import { isBlockElement } from '../block-elements';

type Node = Element | Text | Comment;

/** What may hold paragraphs that were written with empty lines. */
const containers = new Set(['div', 'blockquote', 'section', 'article', 'aside', 'center', 'li', 'td', 'dd']);

/** Where line breaks mean nothing, or all they say. */
const untouched = new Set(['pre', 'code', 'script', 'style', 'textarea', 'svg', 'select']);

/**
 * What WordPress's classic editor leaves to be done when a page is shown: an empty line begins a paragraph, and a line that
 * ends is a line break. It does so by the text (`wpautop`); this does it by the tree.
 */
export function setClassicParagraphs(tree: Root): void {
  tree.children = paragraphs(tree.children.filter(isNode));
}

function isNode(node: Root['children'][number] | ElementContent): node is Node {
  return node.type === 'element' || node.type === 'text' || node.type === 'comment';
}

function paragraphs(nodes: Node[]): Node[] {
  const result: Node[] = [];
  let run: Node[] = [];
  const flush = () => {
    const hasWords = run.some((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''));
    // Comments alone make no paragraph.
    if (hasWords) result.push(makeElement('p', lineBreaks(run)));
    else result.push(...run.filter((node) => node.type === 'comment'));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') {
      const [first = '', ...others] = node.value.split(/\n[ \t]*\n\s*/);
      run.push({ type: 'text', value: first });
      for (const other of others) {
        flush();
        run.push({ type: 'text', value: other });
      }
    } else if (node.type === 'element' && isBlockElement(node.tagName)) {
      flush();
      result.push(inside(node));
    } else {
      run.push(node);
    }
  }
  flush();
  return result;
}

function inside(node: Element): Element {
  if (untouched.has(node.tagName) || node.tagName === 'wp-shortcode') return node;
  const hasParagraphs = node.children.some((child) => child.type === 'text' && /\n[ \t]*\n/.test(child.value));
  if (containers.has(node.tagName) && hasParagraphs)
    return { ...node, children: paragraphs(node.children.filter(isNode)) };
  const hasBlocks = node.children.some((child) => child.type === 'element' && isBlockElement(child.tagName));
  if (!hasBlocks && (node.tagName === 'p' || containers.has(node.tagName))) {
    return { ...node, children: lineBreaks(node.children) };
  }
  return { ...node, children: node.children.map((child) => (child.type === 'element' ? inside(child) : child)) };
}

/** A line that ends within a paragraph is a line break, unless one is there already. */
function lineBreaks(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of trimmed(nodes)) {
    if (node.type === 'element') {
      const isLeft = untouched.has(node.tagName);
      result.push(isLeft ? node : { ...node, children: node.children.length > 0 ? lineBreaks(node.children) : [] });
      continue;
    }
    if (node.type !== 'text') {
      result.push(node);
      continue;
    }
    node.value.split('\n').forEach((line, index) => {
      const last = result.at(-1);
      const isBroken = last?.type === 'element' && last.tagName === 'br';
      if (index > 0 && !isBroken) result.push(makeElement('br', []));
      if (line !== '') result.push({ type: 'text', value: isBroken || index > 0 ? line.trimStart() : line });
    });
  }
  return result.filter((node, index) => {
    const next = result[index + 1];
    const isBreak = node.type === 'element' && node.tagName === 'br';
    return !(isBreak && next?.type === 'element' && next.tagName === 'br');
  });
}

/** Without line ends before its first words and after its last. */
function trimmed(nodes: ElementContent[]): ElementContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (index === 0) value = value.replace(/^\s*\n\s*/, '');
    if (index === nodes.length - 1) value = value.replace(/\s*\n\s*$/, '');
    return { ...node, value };
  });
}
