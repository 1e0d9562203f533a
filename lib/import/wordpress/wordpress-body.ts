import type { Comment, Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { isElement } from '../../mdx/elements';
import { makeElement, text } from '../../plain-body';
import type { Surroundings } from '../block-writer';
import { htmlToMdx } from '../html-to-mdx';
import type { WordpressItem } from './export-item';
import type { Attachment } from './plan-import';
import { setClassicParagraphs } from './classic-paragraphs';
import { markShortcodes, readShortcode, type Shortcode } from './shortcodes';

type Context = Omit<Surroundings, 'own'> & {
  /** Of an id that a gallery names. */
  attachment: (id: number) => Attachment | undefined;
  /** What was uploaded with a post, which is what a gallery without a list shows. */
  attachmentsOf: (post: number) => Attachment[];
};

/** Blocks that WordPress makes when a page is shown, and that say nothing of their own. */
const markers = new Set(['more', 'nextpage', 'spacer', 'separator', 'template-part', 'page-break']);

/**
 * The text of a post, of the block editor or of the classic one, as the body of a story.
 *
 * @param before stands above the text
 */
export function wordpressBody(
  item: Pick<WordpressItem, 'id' | 'content'>,
  before: Element[],
  context: Context,
): string {
  const tree = fromHtml(markShortcodes(item.content, context.lost), { fragment: true });
  const hasBlocks = /<!--\s+wp:/.test(item.content);
  if (!hasBlocks) setClassicParagraphs(tree);
  noteBlocks(tree, context.lost);
  tree.children.unshift(...before);
  const own = (element: Element) => ownBlock(element, item.id, context);
  return htmlToMdx(tree, { ...context, own });
}

/** Blocks without HTML of their own are made anew by WordPress each time, and have nothing to carry over. */
function noteBlocks(tree: Root, lost: (what: string) => void): void {
  visit(tree, 'comment', (comment: Comment) => {
    const [, name] = /^\s*wp:([\w/-]+)(?:\s[\s\S]*)?\/\s*$/.exec(comment.value) ?? [];
    if (name && !markers.has(name)) lost(`the block “${name}”, which WordPress makes anew each time`);
  });
  visit(tree, 'element', ({ properties }) => {
    const [, address] = /url\(["']?([^"')]+)/.exec(String(properties.style ?? '')) ?? [];
    if (address) lost(`a picture behind words, ${address.slice(0, 200)}`);
  });
}

function ownBlock(element: Element, post: number, context: Context): ElementContent[] | undefined {
  if (element.tagName === 'wp-shortcode') {
    const shortcode = readShortcode(element.properties.dataShortcode);
    return shortcode ? shortcodeBlocks(shortcode, element.children, post, context) : [];
  }
  // A gallery is its pictures; each has its own caption.
  if (/\b(wp-block-gallery|blocks-gallery-grid)\b/.test(classesOf(element))) {
    return galleryBlocks(element);
  }
  return undefined;
}

function shortcodeBlocks(
  { name, attributes }: Shortcode,
  children: ElementContent[],
  post: number,
  { attachment, attachmentsOf, lost }: Context,
): ElementContent[] {
  switch (name) {
    case 'caption':
    case 'wp_caption': {
      const index = children.findIndex((child) => isElement(child));
      const words = attributes.caption ? [text(attributes.caption)] : children.slice(index + 1);
      const picture = children[index];
      return picture ? [makeElement('figure', [picture, makeElement('figcaption', words)])] : words;
    }
    case 'gallery': {
      const named = (attributes.ids ?? attributes.include ?? '')
        .split(',')
        .flatMap((id) => Number.parseInt(id, 10) || []);
      const shown = named.length > 0 ? named.flatMap((id) => attachment(id) ?? []) : attachmentsOf(post);
      if (shown.length < named.length)
        lost(`${named.length - shown.length} pictures of a gallery that the export does not have`);
      if (shown.length === 0) lost('a gallery whose pictures the export does not have');
      return shown.map(({ address, alt, caption }) =>
        makeElement('figure', [
          makeElement('img', [], { src: address, alt }),
          ...(caption ? [makeElement('figcaption', [text(caption)])] : []),
        ]),
      );
    }
    case 'playlist':
      lost('a playlist');
      return [];
    default: {
      const words = children
        .flatMap((child) => (child.type === 'text' ? child.value : ''))
        .join('')
        .trim();
      const given = [
        attributes.src,
        attributes.mp3,
        attributes.mp4,
        attributes.m4a,
        attributes.ogg,
        attributes.webm,
        attributes['0'],
        words,
      ];
      const address = given.find((one) => one !== undefined && /^https?:/.test(one));
      return address ? [makeElement('p', [text(address)])] : children;
    }
  }
}

/** The pictures of a gallery one by one, and what is said of all of them. */
function galleryBlocks(gallery: Element): ElementContent[] {
  const blocks: ElementContent[] = [];
  const walk = (element: Element) => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      const isPicture = child.tagName === 'figure' && !/\b(wp-block-gallery)\b/.test(classesOf(child));
      if (isPicture || child.tagName === 'img' || child.tagName === 'a') blocks.push(child);
      else if (child.tagName === 'figcaption') blocks.push(makeElement('p', child.children));
      else walk(child);
    }
  };
  walk(gallery);
  return blocks;
}

function classesOf({ properties: { className } }: Element): string {
  return Array.isArray(className) ? className.join(' ') : '';
}
