import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { isElement } from '../mdx/elements';
import { makeElement, text } from '../plain-body';

/* What an import looks for in trees of HTML. */

/** Never shown to a reader, or code. */
export function isDropped({ tagName }: Element): boolean {
  return ['script', 'style', 'noscript', 'template', 'link', 'meta', 'title', 'base', 'select', 'textarea'].includes(
    tagName,
  );
}

export function nameOf({ properties }: Element): string {
  const address = properties.src ?? properties.href;
  return typeof address === 'string' ? ` of ${address.slice(0, 120)}` : '';
}

export function hasInside(element: Element, isWanted: (tagName: string) => boolean): boolean {
  return element.children.some((child) => isElement(child) && (isWanted(child.tagName) || hasInside(child, isWanted)));
}

/** An address alone on its line is an embed of WordPress, and a link here. */
export function withAddressesLinked(words: ElementContent[]): ElementContent[] {
  const [only] = words.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  if (only?.type !== 'text' || toString(makeElement('p', words)).trim() !== only.value.trim()) return words;
  const address = only.value.trim();
  return /^https?:\/\/\S+$/.test(address) && URL.canParse(address)
    ? [makeElement('a', [text(address)], { href: address })]
    : words;
}

/** The picture that an element is, or that it does nothing but link, align or underline. */
export function pictureIn(element: Element): Element | undefined {
  if (element.tagName === 'img') return element;
  const inside = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = inside;
  return inside.length === 1 && only && isElement(only) ? pictureIn(only) : undefined;
}

export function hrefAround(element: Element): string | undefined {
  if (element.tagName === 'a') return String(element.properties.href ?? '');
  const [inner] = element.children.filter(isElement);
  return inner ? hrefAround(inner) : undefined;
}

export function isPictureAddress(href: string): boolean {
  return /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(href.replace(/[?#].*$/, ''));
}

export function withoutPictures(nodes: ElementContent[]): ElementContent[] {
  return nodes
    .filter((node) => !isElement(node) || node.tagName !== 'img')
    .map((node) => (isElement(node) ? { ...node, children: withoutPictures(node.children) } : node));
}

export function elementsNamed(element: Element, ...names: string[]): Element[] {
  const found: Element[] = [];
  visit(element, 'element', (inner) => {
    if (inner !== element && names.includes(inner.tagName)) found.push(inner);
  });
  return found;
}

export function captionOf(table: Element): ElementContent[] {
  return elementsNamed(table, 'caption')[0]?.children ?? [];
}
