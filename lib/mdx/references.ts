import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { BodyProblem, BodyReference } from './body';

/**
 * Collects what a body points to within this paper, names links that have no words after where they lead, and turns a
 * picture on another host into a link to it: reading a story loads nothing from third parties.
 */
export function collectReferences(
  tree: Root,
  problems: BodyProblem[],
  warnings: BodyProblem[],
): { links: BodyReference[]; outside: BodyReference[]; images: BodyReference[] } {
  const links: BodyReference[] = [];
  const outside: BodyReference[] = [];
  const images: BodyReference[] = [];
  visit(tree, 'element', (element) => {
    const { line, column } = element.position?.start ?? { line: 1, column: 1 };
    if (element.tagName === 'img' || element.tagName === 'Figure') {
      const src = String(element.properties.src ?? '');
      if (element.tagName === 'img' && isRemote(src)) becomeLink(element, src);
      else {
        images.push({ target: src, line, column });
        if (element.tagName === 'img') {
          const message = `The picture ${src} has no credit. Write <Figure src="${src}" alt="…" credit="…" /> instead.`;
          warnings.push({ line, column, message });
        }
      }
    } else if (element.tagName === 'a') {
      // Parentheses typed around an address belong to the sentence.
      const href = String(element.properties.href ?? '').replace(/^\((https?:.*)\)$/, '$1');
      element.properties.href = href;
      if (href === '') {
        element.tagName = 'span';
        element.properties = {};
        return;
      }
      if (/^\/(?!\/)/.test(href)) links.push({ target: href, line, column });
      else if (/^https?:/i.test(href)) outside.push({ target: href, line, column });
      else if (!isSafe(href)) {
        const mend = 'Write https://…, mailto:…, a path of this site such as /2025/10/25/slug, or #a-heading.';
        problems.push({ line, column, message: `“${href}” is not an address that a story may link to. ${mend}` });
      }
      if (toString(element).trim() === '' && !element.children.some(isPicture)) {
        element.children = [{ type: 'text', value: hostOf(href) ?? href }];
      }
    }
    const { sourceUrl } = element.properties;
    if (typeof sourceUrl === 'string' && /^https?:/i.test(sourceUrl)) outside.push({ target: sourceUrl, line, column });
  });
  unnestLinks(tree);
  return { links, outside, images };
}

/** No javascript: or data:, and no path that means something else on every page that shows it. */
function isSafe(href: string): boolean {
  return /^(https?:|mailto:|tel:|#|\/\/)/i.test(href);
}

function isRemote(src: string): boolean {
  return /^([a-z]+:)?\/\//i.test(src);
}

function isPicture(node: Element['children'][number]): boolean {
  return node.type === 'element' && node.tagName === 'img';
}

/** The host of an address; paths of this site and mailto: have none. */
function hostOf(url: string): string | undefined {
  const full = url.replace(/^\/\//, 'https://');
  return URL.canParse(full) ? new URL(full).host || undefined : undefined;
}

function becomeLink(image: Element, src: string): void {
  const alt = String(image.properties.alt ?? '').trim();
  image.tagName = 'a';
  image.properties = { href: src.replace(/^\/\//, 'https://'), className: ['remote-picture'] };
  image.children = [{ type: 'text', value: alt === '' ? `Picture at ${hostOf(src) ?? src}` : `Picture: ${alt}` }];
}

/** A linked picture that became a link leaves a link in a link, which HTML forbids: the outer one wins. */
function unnestLinks(tree: Root): void {
  visit(tree, 'element', (outer) => {
    if (outer.tagName !== 'a') return;
    visit(outer, 'element', (inner) => {
      if (inner === outer || inner.tagName !== 'a') return;
      inner.tagName = 'span';
      inner.properties = {};
    });
  });
}
