import type { Element, Nodes, Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import type { Body, BodyProblem } from './body';
import { prepareCharts } from './charts';
import { checkComponentContents } from './component-contents';
import { prepareTables } from './data-tables';
import { prepareFactorLists } from './factor-lists';
import { outlineHeadings } from './headings';
import { readableText } from './readable-text';
import { collectReferences } from './references';
import { rejectCode } from './reject-code';
import { warnOfUnevenRows } from './uneven-rows';

/** MDX 3 with GitHub's tables, footnotes and strikethrough: what a body is written in. */
export const bodyParser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkMdx);

const toHast = unified().use(remarkRehype, {
  clobberPrefix: 'note-',
  handlers: {
    mdxJsxFlowElement: (state, node: MdxJsxFlowElement) => componentElement(node, state.all(node)),
    mdxJsxTextElement: (state, node: MdxJsxTextElement) => componentElement(node, state.all(node)),
  },
});

/**
 * Turns a story's body into data: MDX in, a tree of plain elements and our own components out. No code of the content
 * runs, here or later. Mistakes come back in `problems`, all of them; the tree is of use only when there is none.
 *
 * @param source the text below the front matter: MDX 3 with GitHub's tables, footnotes and strikethrough
 */
export function compileBody(source: string): Body {
  const problems: BodyProblem[] = [];
  const markdown = parse(source, problems);
  rejectCode(markdown, problems);
  const warnings: BodyProblem[] = [];
  warnOfUnevenRows(markdown, warnings);
  const tree = toHast.runSync(markdown);
  const { links, outside, images } = collectReferences(tree, problems, warnings);
  prepareTables(tree);
  prepareCharts(tree, problems);
  prepareFactorLists(tree);
  checkComponentContents(tree, problems);
  const headings = outlineHeadings(tree);
  const text = readableText(tree);
  dropPositions(tree);
  return { tree, headings, text, words: countWords(text), links, outside, images, problems, warnings };
}

function parse(source: string, problems: BodyProblem[]): MarkdownRoot {
  try {
    return bodyParser.parse(source);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    problems.push(explainSyntaxError(error));
    return { type: 'root', children: [] };
  }
}

/** The parser names an open tag's place only in its words, where it would count from the body's first line. */
function explainSyntaxError({ reason, line, column }: VFileMessage): BodyProblem {
  const [place, openLine, openColumn] = / \((\d+):(\d+)-\d+:\d+\)/.exec(reason) ?? [''];
  const mend =
    'In MDX, < opens a component and { opens JavaScript: write \\< or \\{ for the plain character, and close each component.';
  return {
    line: line ?? Number(openLine ?? 1),
    column: column ?? Number(openColumn ?? 1),
    message: `This is not valid MDX: ${reason.replace(place, '').replace(/\.?$/, '.')} ${mend}`,
  };
}

function componentElement(node: MdxJsxFlowElement | MdxJsxTextElement, children: Nodes[]): Element {
  const properties: Element['properties'] = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
      properties[attribute.name] = attribute.value;
    }
  }
  return {
    type: 'element',
    tagName: node.name ?? 'span',
    properties,
    children: children.filter((child) => child.type === 'element' || child.type === 'text'),
    position: node.position,
  };
}

/** Words of scripts with spaces between them, and each character of those without. */
function countWords(text: string): number {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
  const characters = text.match(unspaced)?.length ?? 0;
  const words = text.replace(unspaced, ' ').match(/\S+/g)?.length ?? 0;
  // About two characters of Chinese or Japanese take the time of one word.
  return words + Math.round(characters / 2);
}

function dropPositions(tree: Root): void {
  visit(tree, (node) => {
    delete node.position;
    if (node.type === 'element') delete node.data;
  });
}
