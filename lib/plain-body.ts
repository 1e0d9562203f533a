import type { Element, ElementContent, Root } from 'hast';
import type { Picture } from './images';
import { isElement } from './mdx/elements';
import { fill } from './messages/fill';
import { messagesOf } from './messages/messages-of';
import type { Messages } from './messages/en';

export type PlainPrinting = {
  /** Pictures in the body, by the address that the writer gave. */
  pictures: Map<string, Picture>;
  /** In whose words components speak. */
  locale: string;
  /** Without a slash at its end. */
  siteUrl: string;
};

/** What a plain element keeps; classes, ids and data are for our own pages. */
const keptProperties = ['href', 'src', 'alt', 'width', 'height', 'scope', 'colSpan', 'rowSpan', 'start', 'lang', 'dir'];

/**
 * A body as plain HTML, for readers that have neither our style sheet nor our address: components become the elements that
 * say the same, every address is absolute, and links to places within the page leave their words.
 *
 * @returns a new tree; the one that was given is left as it was
 */
export function plainBody(tree: Root, printing: PlainPrinting): Root {
  return { type: 'root', children: tree.children.flatMap((node) => (isElement(node) ? plain(node, printing) : [])) };
}

function plain(element: Element, printing: PlainPrinting): ElementContent[] {
  const { properties } = element;
  const words = messagesOf(printing.locale).body;
  switch (element.tagName) {
    case 'AdSlot':
      return [];
    case 'Figure':
    case 'img':
      return figure(element, printing);
    case 'DataTable':
      return [...inside(element, printing), ...sourceLine(element, words)];
    case 'Chart':
      return [...inside(element, printing), ...unitLine(element, words), ...sourceLine(element, words)];
    case 'FactorList':
      return [...title(properties.title), ...inside(element, printing)];
    case 'Timeline':
      return [...title(properties.title ?? words.timeline), ...inside(element, printing)];
    case 'KeyPoints':
      return [...title(properties.title ?? words.keyPoints), ...inside(element, printing)];
    case 'Note':
      return [...title(properties.title ?? words.note), ...inside(element, printing)];
    case 'PullQuote':
      return [makeElement('blockquote', [...inside(element, printing), ...citation(properties.cite)])];
    case 'li':
      return [listItem(element, printing)];
    case 'a':
      return link(element, printing);
    case 'h2':
      return properties.id === 'footnote-label'
        ? [makeElement('h2', [text(words.footnotes)])]
        : [makeElement('h2', inside(element, printing))];
    case 'section':
      return inside(element, printing);
    default:
      return [makeElement(element.tagName, inside(element, printing), kept(element))];
  }
}

function inside(element: Element, printing: PlainPrinting): ElementContent[] {
  return element.children.flatMap((child) => (isElement(child) ? plain(child, printing) : [child]));
}

/** The label of a factor and its text, which lib/mdx/factor-lists.ts set apart, run on. */
function listItem(element: Element, printing: PlainPrinting): Element {
  const children = element.children.flatMap((child) => {
    if (!isElement(child) || child.tagName !== 'div') return isElement(child) ? plain(child, printing) : [child];
    const words = inside(child, printing);
    const [first] = words;
    return first?.type === 'text' && /^\s/.test(first.value) ? words : [text(' '), ...words];
  });
  return makeElement('li', children, kept(element));
}

function link(element: Element, printing: PlainPrinting): ElementContent[] {
  const href = String(element.properties.href ?? '');
  if (element.properties.dataFootnoteBackref !== undefined) return [];
  if (href === '' || href.startsWith('#')) return inside(element, printing);
  const address = href.startsWith('/') ? printing.siteUrl + href : href;
  return [makeElement('a', inside(element, printing), { href: address })];
}

function figure(element: Element, { pictures, siteUrl }: PlainPrinting): ElementContent[] {
  const { src, alt, caption, credit } = element.properties;
  const picture = pictures.get(String(src ?? ''));
  if (!picture) return typeof alt === 'string' && alt !== '' ? [makeElement('p', [text(alt)])] : [];
  const note = [caption, credit].filter((part) => typeof part === 'string' && part !== '').join(' ');
  return [plainFigure({ ...picture, alt: String(alt ?? '') }, note, siteUrl)];
}

/** A picture at its address in full, and what is said below it. */
export function plainFigure(
  { src, alt, width, height }: Picture & { alt: string },
  note: string,
  siteUrl: string,
): Element {
  const image = makeElement('img', [], { src: siteUrl + src, alt, width, height });
  return makeElement('figure', note === '' ? [image] : [image, makeElement('figcaption', [text(note)])]);
}

function title(words: unknown): Element[] {
  return typeof words === 'string' && words !== '' ? [makeElement('p', [makeElement('strong', [text(words)])])] : [];
}

function citation(cite: unknown): Element[] {
  return typeof cite === 'string' && cite !== '' ? [makeElement('p', [text(`— ${cite}`)])] : [];
}

function unitLine({ properties: { unit } }: Element, words: Messages['body']): Element[] {
  return typeof unit === 'string' && unit !== '' ? [makeElement('p', [text(fill(words.unit, { unit }))])] : [];
}

function sourceLine({ properties: { source, sourceUrl } }: Element, words: Messages['body']): Element[] {
  const name = String(source ?? sourceUrl ?? '');
  if (name === '') return [];
  return [sourceParagraph(words.source, name, typeof sourceUrl === 'string' ? sourceUrl : undefined)];
}

/** @param message in which the source is to be named, as in “Source: {source}” */
export function sourceParagraph(message: string, name: string, url: string | undefined): Element {
  const named = url === undefined ? text(name) : makeElement('a', [text(name)], { href: url });
  const [before = '', after = ''] = message.split('{source}');
  return makeElement('p', [text(before), named, ...(after === '' ? [] : [text(after)])]);
}

function kept({ properties }: Element): Element['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => keptProperties.includes(name)));
}

export function text(value: string) {
  return { type: 'text' as const, value };
}

export function makeElement(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}
