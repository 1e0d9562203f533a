import type { Element, ElementContent, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { toMdast, type Handle } from 'hast-util-to-mdast';
import type { RootContent as MarkdownContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { isElement } from '../mdx/elements';
import { makeElement, text } from '../plain-body';
import { isBlockElement } from './block-elements';
import {
  captionOf,
  elementsNamed,
  hasInside,
  hrefAround,
  isDropped,
  isPictureAddress,
  nameOf,
  pictureIn,
  withAddressesLinked,
  withoutPictures,
} from './html-elements';

/** A picture as a story shows it: one of the paper's own, or an address elsewhere that it links to. */
export type ImportedPicture = { alt: string } & ({ src: string; credit: string } | { remote: string });

/** What an import knows of the world around a text. */
export type Surroundings = {
  /** The picture at an address; undefined where there is no such address. */
  picture: (src: string, alt: string, caption: string) => ImportedPicture | undefined;
  /** Whether a link around a picture does nothing but show it alone. */
  showsPicture: (href: string) => boolean;
  /** Where a link leads now; undefined where it leads nowhere. */
  link: (href: string) => string | undefined;
  /** The blocks that stand for an element of its own; undefined leaves it to the rules here. */
  own?: (element: Element) => ElementContent[] | undefined;
  /** Is told of what a story cannot hold. */
  lost: (what: string) => void;
};

type Node = RootContent | ElementContent;

/** Writes blocks of HTML as blocks of a story. */
export class BlockWriter {
  #around: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#around = surroundings;
  }

  /** Blocks of the story, from whatever stands in a container: text and what runs along with it make paragraphs. */
  blocks(nodes: Node[]): MarkdownContent[] {
    const result: MarkdownContent[] = [];
    let run: ElementContent[] = [];
    const flush = () => {
      result.push(...this.#paragraph(run));
      run = [];
    };
    for (const node of nodes) {
      if (node.type === 'text' || (isElement(node) && !this.#isBlock(node))) {
        run.push(node);
        continue;
      }
      flush();
      if (isElement(node)) result.push(...this.#block(node));
    }
    flush();
    return result;
  }

  /** A link around blocks, as around a picture with its words, is taken apart. */
  #isBlock(element: Element): boolean {
    return isBlockElement(element.tagName) || isDropped(element) || hasInside(element, isBlockElement);
  }

  #block(element: Element): MarkdownContent[] {
    const own = this.#around.own?.(element);
    if (own) return this.blocks(own);
    if (isDropped(element)) {
      this.#around.lost(`<${element.tagName}>${nameOf(element)}`);
      return [];
    }
    switch (element.tagName) {
      case 'p':
        return this.blocks(element.children);
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.#heading(element);
      case 'figure':
        return this.#figure(element);
      case 'table':
        return this.#table(element, captionOf(element));
      case 'blockquote':
      case 'footnote-definition':
      case 'ul':
      case 'ol':
      case 'dl':
      case 'pre':
      case 'hr':
      case 'menu':
      case 'dir':
        return this.#markdown(element);
      case 'iframe':
      case 'embed':
      case 'object':
      case 'video':
      case 'audio':
        return this.#media(element);
      case 'form':
        this.#around.lost('a form');
        return [];
      case 'summary':
        return this.#markdown(makeElement('p', [makeElement('strong', element.children)]));
      default:
        return this.blocks(element.children);
    }
  }

  /** Words, and the pictures among them, each on lines of its own. */
  #paragraph(run: ElementContent[]): MarkdownContent[] {
    const result: MarkdownContent[] = [];
    let words: ElementContent[] = [];
    const flush = () => {
      const only = words.filter((node) => node.type !== 'text' || node.value.trim() !== '');
      if (only.length > 0) result.push(...this.#markdown(makeElement('p', withAddressesLinked(words))));
      words = [];
    };
    for (const node of run) {
      const picture = isElement(node) ? pictureIn(node) : undefined;
      if (!picture || !isElement(node)) {
        words.push(node);
        continue;
      }
      flush();
      result.push(...this.#picture(picture, [], hrefAround(node)));
    }
    flush();
    return result;
  }

  #heading(element: Element): MarkdownContent[] {
    const pictures = elementsNamed(element, 'img');
    const words = { ...element, children: withoutPictures(element.children) };
    return [
      ...(toString(words).trim() === '' ? [] : this.#markdown(words)),
      ...pictures.flatMap((picture) => this.#picture(picture, [])),
    ];
  }

  /** A picture with its caption, a table with its caption, words pulled out, or several of them. */
  #figure(element: Element): MarkdownContent[] {
    const caption = element.children.filter(isElement).find(({ tagName }) => tagName === 'figcaption');
    const rest = element.children.filter((child) => child !== caption);
    const words = caption?.children ?? [];
    const [table] = elementsNamed(element, 'table');
    if (table) return this.#table(table, words.length > 0 ? words : captionOf(table));
    const quote = element.children.filter(isElement).find(({ tagName }) => tagName === 'blockquote');
    if (quote && String(element.properties.className).includes('pullquote')) return this.#pullQuote(quote);
    const pictures = elementsNamed(element, 'img');
    const [only] = pictures;
    if (only && pictures.length === 1) {
      const link = elementsNamed(element, 'a').find((anchor) => elementsNamed(anchor, 'img').length > 0);
      return this.#picture(only, words, link ? String(link.properties.href ?? '') : undefined);
    }
    return [...this.blocks(rest), ...this.#paragraph(words)];
  }

  #picture(image: Element, caption: ElementContent[], href?: string): MarkdownContent[] {
    const spoken = toString(makeElement('p', caption)).replace(/\s+/g, ' ').trim();
    const alt = String(image.properties.alt ?? '').trim();
    const picture = this.#around.picture(String(image.properties.src ?? ''), alt, spoken);
    if (!picture) return caption.length > 0 ? this.#paragraph(caption) : [];
    const isLinked = caption.some((node) => isElement(node) && elementsNamed(makeElement('p', [node]), 'a').length > 0);
    const hasWords = spoken !== '';
    const shown =
      'remote' in picture
        ? [this.#remotePicture(picture)]
        : [figureElement({ ...picture, caption: hasWords && !isLinked ? spoken : undefined })];
    const below = hasWords && ('remote' in picture || isLinked) ? this.#paragraph(caption) : [];
    const target =
      href && !isPictureAddress(href) && !this.#around.showsPicture(href) ? this.#around.link(href) : undefined;
    const link = target ? this.#markdown(makeElement('p', [makeElement('a', [text(target)], { href: target })])) : [];
    return [...shown, ...below, ...link];
  }

  #remotePicture({ remote, alt }: { remote: string; alt: string }): MarkdownContent {
    return { type: 'paragraph', children: [{ type: 'image', url: remote, alt }] };
  }

  /** Rows and columns as they are; a caption needs the component. */
  #table(table: Element, caption: ElementContent[]): MarkdownContent[] {
    const rows = elementsNamed(table, 'tr');
    if (rows.length === 0)
      return this.blocks(table.children.flatMap((child) => (isElement(child) ? child.children : [])));
    const spans = elementsNamed(table, 'td', 'th').some(({ properties }) => properties.colSpan ?? properties.rowSpan);
    if (spans)
      this.#around.lost('cells that span several rows or columns of a table; each stands in the first of them');
    const children = table.children.filter((child) => !isElement(child) || child.tagName !== 'caption');
    const written = this.#markdown({ ...table, children });
    const spoken = toString(makeElement('p', caption)).replace(/\s+/g, ' ').trim();
    if (spoken === '') return written;
    return [component('DataTable', { caption: spoken }, written)];
  }

  #pullQuote(quote: Element): MarkdownContent[] {
    const cite = elementsNamed(quote, 'cite')[0];
    const children = quote.children.filter((child) => child !== cite);
    const attributes: Record<string, string> = cite ? { cite: toString(cite).replace(/\s+/g, ' ').trim() } : {};
    const inside = this.blocks(children);
    return inside.length === 0 ? [] : [component('PullQuote', attributes, inside)];
  }

  /** What plays elsewhere is a link to it. */
  #media(element: Element): MarkdownContent[] {
    const source = elementsNamed(element, 'source')[0];
    const address = [element.properties.src, element.properties.data, source?.properties.src].find(Boolean);
    const target = typeof address === 'string' ? this.#around.link(address) : undefined;
    if (!target) {
      this.#around.lost(`<${element.tagName}> without an address`);
      return [];
    }
    const title = element.properties.title;
    const words = typeof title === 'string' && title.trim() !== '' ? title.trim() : target;
    return this.#markdown(makeElement('p', [makeElement('a', [text(words)], { href: target })]));
  }

  #markdown(element: Element): MarkdownContent[] {
    const prepared = structuredClone(element);
    this.#prepare(prepared);
    const tree = toMdast(
      { type: 'root', children: [prepared] },
      { handlers, nodeHandlers: { comment: () => undefined } },
    );
    visit(tree, 'image', (image, index, parent) => {
      // Within lists, quotations and cells a picture runs along with the words.
      const picture = this.#around.picture(image.url, image.alt ?? '', '');
      if (picture)
        Object.assign(image, { url: 'src' in picture ? picture.src : picture.remote, alt: picture.alt, title: null });
      else if (parent && index !== undefined) parent.children.splice(index, 1);
    });
    return tree.type === 'root' ? tree.children : [];
  }

  /** Links lead where they lead now, and what is never shown goes. */
  #prepare(element: Element): void {
    visit(element, 'element', (inner, index, parent) => {
      if (isDropped(inner) && parent && index !== undefined) {
        this.#around.lost(`<${inner.tagName}>${nameOf(inner)}`);
        parent.children.splice(index, 1);
        return index;
      }
      if (inner.tagName === 'iframe' || inner.tagName === 'video' || inner.tagName === 'audio') {
        const address = inner.properties.src ?? elementsNamed(inner, 'source')[0]?.properties.src;
        const target = typeof address === 'string' ? this.#around.link(address) : undefined;
        inner.tagName = target ? 'a' : 'span';
        inner.properties = target ? { href: target } : {};
        inner.children = target ? [text(target)] : [];
        return;
      }
      if (inner.tagName !== 'a') return;
      const { href } = inner.properties;
      const target = typeof href === 'string' ? this.#around.link(href) : undefined;
      if (target) inner.properties = { href: target };
      else {
        if (typeof href === 'string' && href !== '')
          this.#around.lost(`a link to “${href.slice(0, 80)}”, whose words stay`);
        inner.tagName = 'span';
        inner.properties = {};
      }
    });
  }
}

/** Words that are raised, lowered or inserted stay words. */
const plain: Handle = (state, node) => state.all(node);

const handlers: Record<string, Handle> = {
  ins: plain,
  u: plain,
  form: plain,
  input: () => undefined,
  button: plain,
  // What lib/import/markdown makes of footnotes.
  'footnote-reference': (_state, node) => ({ type: 'footnoteReference', identifier: String(node.properties.dataNote) }),
  'footnote-definition': (state, node) => ({
    type: 'footnoteDefinition',
    identifier: String(node.properties.dataNote),
    children: state.toFlow(state.all(node)).filter(isBlockContent),
  }),
};

function figureElement({ src, alt, credit, caption }: { src: string; alt: string; credit: string; caption?: string }) {
  return component('Figure', { src, alt, credit, ...(caption ? { caption } : {}) }, []);
}

function component(name: string, attributes: Record<string, string>, children: MarkdownContent[]): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children: children.filter(isBlockContent),
  };
}

function isBlockContent(node: MarkdownContent): node is MdxJsxFlowElement['children'][number] {
  return ['paragraph', 'table', 'list', 'blockquote', 'heading', 'code', 'thematicBreak', 'mdxJsxFlowElement'].includes(
    node.type,
  );
}
