import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { spokenText } from './elements';

/** Text as it is read aloud: blocks apart, footnote marks and their list left out. */
export function readableText(tree: Root): string {
  const blocks: string[] = [];
  visit(tree, 'element', (element) => {
    if (element.properties.dataFootnotes !== undefined || element.properties.dataFootnoteRef !== undefined) return SKIP;
    if (/^(h[1-6]|p|li|td|th|pre|strong|div)$/.test(element.tagName)) {
      const text = spokenText(element);
      if (text !== '') blocks.push(text);
      return SKIP;
    }
  });
  return blocks.join('\n');
}
