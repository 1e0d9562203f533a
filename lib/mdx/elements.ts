import type { Element, Nodes } from 'hast';

export function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** Not a type guard: what is not so named may be an element all the same. */
export function isElementNamed(node: Nodes, ...names: string[]): boolean {
  return node.type === 'element' && names.includes(node.tagName);
}

/** Text as it is read aloud: blocks and lines apart, the numbers of footnotes left out. */
export function spokenText(node: Nodes): string {
  return textWithin(node).replace(/\s+/g, ' ').trim();
}

function textWithin(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && node.properties.dataFootnoteRef !== undefined) return '';
  const text = node.children.map(textWithin).join('');
  return isElementNamed(node, 'p', 'ul', 'ol', 'li', 'pre', 'blockquote', 'table', 'tr', 'td', 'th', 'br')
    ? ` ${text} `
    : text;
}

/** The child elements, without the white space between them. */
export function childElements(parent: Element): Element[] {
  return parent.children.filter(isElement);
}
