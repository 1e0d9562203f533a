import type { Element, Nodes } from 'hast';

export function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** Not a type guard: what is not so named may be an element all the same. */
export function isElementNamed(node: Nodes, ...names: string[]): boolean {
  return node.type === 'element' && names.includes(node.tagName);
}

/** The child elements, without the white space between them. */
export function childElements(parent: Element): Element[] {
  return parent.children.filter(isElement);
}
