import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { placeAds, type BodyBlock } from './ad-slots';
import type { Picture } from './images';
import { componentNames } from './mdx/components';
import { isElement } from './mdx/elements';
import { fill } from './messages/fill';
import { messagesOf } from './messages/messages-of';

export type Printing = { pictures: Map<string, Picture>; hasAds: boolean; locale: string; dateline?: string };

/**
 * A body as it is printed today: its dateline run in, ads where its writer or the rule puts them, pictures at the address
 * and with the size that their files have now. The tree that was given is left as it was.
 */
export function printableBody(tree: Root, { pictures, hasAds, locale, dateline }: Printing): Root {
  const printed = structuredClone(tree);
  placePictures(printed, pictures);
  placeWords(printed, locale);
  if (dateline) addDateline(printed, dateline);
  const blocks = printed.children.filter(isElement);
  const isAd = (block: Element) => block.tagName === 'AdSlot';
  if (!hasAds) return { ...printed, children: blocks.filter((block) => !isAd(block)) };
  if (blocks.some(isAd)) return printed;
  const places = new Set(placeAds(blocks.map(blockOf)));
  const withAds = blocks.flatMap((block, index) => (places.has(index) ? [block, adSlot(locale)] : [block]));
  return { ...printed, children: withAds };
}

/** “SEOUL — ” begins the first paragraph. */
function addDateline(tree: Root, dateline: string): void {
  const first = tree.children.find((child) => isElement(child) && child.tagName === 'p');
  if (!first || !isElement(first)) return;
  const text = { type: 'text' as const, value: `${dateline} — ` };
  first.children.unshift({
    type: 'element',
    tagName: 'span',
    properties: { className: ['dateline'] },
    children: [text],
  });
}

function blockOf(block: Element): BodyBlock {
  return { isParagraph: block.tagName === 'p', words: toString(block).split(/\s+/).length };
}

function adSlot(locale: string): Element {
  return { type: 'element', tagName: 'AdSlot', properties: { locale }, children: [] };
}

/** What the interface says within a story: components are told the language, and footnotes, which are plain elements, its words. */
function placeWords(parent: Root | Element, locale: string): void {
  const words = messagesOf(locale).body;
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    if (componentNames.includes(child.tagName)) child.properties.locale = locale;
    if (child.properties.id === 'footnote-label') child.children = [{ type: 'text', value: words.footnotes }];
    if (child.properties.dataFootnoteBackref !== undefined) {
      const [number = ''] = /[\d-]+$/.exec(String(child.properties.ariaLabel)) ?? [];
      child.properties.ariaLabel = fill(words.backToReference, { number });
    }
    placeWords(child, locale);
  }
}

/** Pictures leave their paragraph, to stand as figures; one whose file is gone leaves its words. */
function placePictures(parent: Root | Element, pictures: Map<string, Picture>): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    const [only] = child.children;
    if (child.tagName === 'p' && child.children.length === 1 && only && isElement(only) && only.tagName === 'img') {
      Object.assign(child, { tagName: 'img', properties: only.properties, children: [] });
    }
    if (child.tagName === 'img' || child.tagName === 'Figure') placePicture(child, pictures);
    else placePictures(child, pictures);
  }
}

function placePicture(image: Element, pictures: Map<string, Picture>): void {
  const picture = pictures.get(String(image.properties.src ?? ''));
  if (picture) {
    Object.assign(image.properties, picture);
    return;
  }
  image.children = [{ type: 'text', value: String(image.properties.alt ?? '') }];
  image.tagName = 'span';
  image.properties = {};
}
