import type { Element, ElementContent, Root } from 'hast';
import { childElements, isElement, isElementNamed } from './elements';

/**
 * A bullet list of two items or more that all start with a bold label is a list of factors: each label is set apart
 * from its text, and a <FactorList> goes around the list, unless a component is there already.
 */
export function prepareFactorLists(tree: Root): void {
  tree.children = tree.children.map((node) => {
    if (!isElement(node)) return node;
    if (isElementNamed(node, 'FactorList', 'Timeline')) {
      for (const list of childElements(node).filter(isLabelledList)) markLabels(list);
      return node;
    }
    if (node.tagName !== 'ul' || !isLabelledList(node) || childElements(node).length < 2) return node;
    markLabels(node);
    return { type: 'element', tagName: 'FactorList', properties: {}, children: [node], position: node.position };
  });
}

/** Whether every item of a list starts with a bold label, as FactorList and Timeline ask for. */
export function isLabelledList(list: Element): boolean {
  const items = childElements(list);
  return isElementNamed(list, 'ul', 'ol') && items.length > 0 && items.every((item) => labelOf(item) !== undefined);
}

function labelOf(item: Element): Element | undefined {
  const [first] = visibleChildren(item);
  if (!first || !isElement(first)) return undefined;
  if (first.tagName === 'p') return labelOf(first);
  return first.tagName === 'strong' ? first : undefined;
}

function visibleChildren(element: Element): ElementContent[] {
  return element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
}

/** Each item becomes a label and a text, siblings that a grid can place. */
function markLabels(list: Element): void {
  for (const item of childElements(list)) {
    const label = labelOf(item);
    if (!label) continue;
    const blocks = visibleChildren(item);
    const [first] = blocks;
    const paragraph = first && isElement(first) && first.tagName === 'p' ? first : undefined;
    const text = (paragraph ?? item).children.filter((child) => child !== label);
    const rest = paragraph ? blocks.slice(1) : [];
    item.children = [label, { type: 'element', tagName: 'div', properties: {}, children: [...text, ...rest] }];
  }
}
