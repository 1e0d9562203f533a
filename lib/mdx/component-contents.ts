import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { BodyProblem } from './body';
import { componentRules } from './components';
import { childElements, isElement, isElementNamed } from './elements';
import { isLabelledList } from './factor-lists';

/** Components hold what they are for, stand on their own lines, and ad slots keep their distance. */
export function checkComponentContents(tree: Root, problems: BodyProblem[]): void {
  const blocks = tree.children.filter(isElement);
  blocks.forEach((block, index) => {
    const report = (message: string) => {
      const { line, column } = block.position?.start ?? { line: 1, column: 1 };
      problems.push({ line, column, message });
    };
    const rule = componentRules[block.tagName];
    if (rule && rule.holds !== '' && !holdsWhatItShould(block)) {
      report(`<${block.tagName}> holds ${rule.holds}, and nothing else. Put blank lines around what it holds.`);
    }
    if (block.tagName === 'AdSlot') {
      const neighbour = [blocks[index - 1], blocks[index + 1]].find(
        (other) => !other || isElementNamed(other, ...unfit),
      );
      const nothing = index === 0 || index === blocks.length - 1;
      if (nothing || neighbour) {
        report(
          '<AdSlot> must stand between two paragraphs: never first or last, nor next to a heading, a table, a figure or another ad.',
        );
      }
    }
    for (const nested of block.children.filter(isElement)) reportNested(nested, problems);
  });
}

const unfit = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'DataTable', 'Chart', 'table', 'AdSlot', 'Figure'];

function holdsWhatItShould(block: Element): boolean {
  const children = childElements(block);
  const [only] = children;
  if (!only) return toString(block).trim() !== '' && ['PullQuote', 'Note'].includes(block.tagName);
  switch (block.tagName) {
    case 'DataTable':
    case 'Chart':
      return children.length === 1 && only.tagName === 'table';
    case 'FactorList':
    case 'Timeline':
      return children.length === 1 && isLabelledList(only);
    case 'KeyPoints':
      return children.length === 1 && isElementNamed(only, 'ul', 'ol');
    default:
      return true;
  }
}

function reportNested(element: Element, problems: BodyProblem[]): void {
  if (componentRules[element.tagName]) {
    const { line, column } = element.position?.start ?? { line: 1, column: 1 };
    problems.push({
      line,
      column,
      message: `<${element.tagName}> must stand on lines of its own, outside of other components, lists and paragraphs.`,
    });
  }
  for (const child of element.children.filter(isElement)) reportNested(child, problems);
}
