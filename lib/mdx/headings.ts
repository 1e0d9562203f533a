import type { Element, ElementContent, Root } from 'hast';
import GithubSlugger, { slug } from 'github-slugger';
import type { BodyHeading } from './body';
import { spokenText } from './elements';

/** Ids that the page around the body uses. */
const takenIds = ['main', 'top', 'search', 'comments', 'footnote-label'];

/**
 * Gives each heading an id, and levels that a reader of the outline can follow: the headline is the page's h1, so the
 * body starts at h2 and never skips a level on the way down. Headings without words are dropped.
 *
 * @returns the headings in their order
 */
export function outlineHeadings(tree: Root): BodyHeading[] {
  const slugger = new GithubSlugger();
  for (const id of takenIds) slugger.slug(id);
  const headings: BodyHeading[] = [];
  let previous = 1;
  tree.children = tree.children.filter((node) => {
    if (node.type !== 'element' || !/^h[1-6]$/.test(node.tagName)) return true;
    const anchor = takeAnchor(node);
    const text = spokenText(node);
    if (text === '') return false;
    const depth = Math.min(Math.max(Number(node.tagName[1]), 2), previous + 1);
    previous = depth;
    node.tagName = `h${depth}`;
    node.properties.id = slugger.slug(anchor ?? (slug(text) === '' ? 'section' : text));
    headings.push({ id: String(node.properties.id), text, depth });
    return true;
  });
  flattenNestedHeadings(tree.children);
  return headings;
}

/** `## Heading \{#anchor}` names the heading's own anchor, as in many dialects of Markdown; readers do not see it. */
function takeAnchor(heading: Element): string | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const [mark, anchor] = /\s*\{#([\w-]+)\}\s*$/.exec(last.value) ?? [];
  if (mark) last.value = last.value.slice(0, -mark.length);
  return anchor;
}

/** A heading inside a quotation or a list would break the outline: it is set as a bold paragraph. */
function flattenNestedHeadings(nodes: (ElementContent | Root['children'][number])[], nested = false): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (nested && /^h[1-6]$/.test(node.tagName)) {
      node.tagName = 'p';
      node.children = [{ type: 'element', tagName: 'strong', properties: {}, children: node.children }];
      continue;
    }
    // The generated heading above the footnotes is a sectioning heading of its own.
    if (node.properties.dataFootnotes === undefined) flattenNestedHeadings(node.children, true);
  }
}
