import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { countOf } from '../count-of';
import type { BodyProblem } from './body';

/** Names each row with another number of cells than its table's header: those that are too many are not printed. */
export function warnOfUnevenRows(markdown: Root, warnings: BodyProblem[]): void {
  visit(markdown, 'table', ({ children: [header, ...rows] }) => {
    const columns = header?.children.length ?? 0;
    for (const { children, position } of rows) {
      const cells = children.length;
      if (cells === columns) continue;
      const { line, column } = position?.start ?? { line: 1, column: 1 };
      const outcome = cells > columns ? 'what is too much is not printed' : 'the rest stays empty';
      const message = `This row has ${countOf(cells, 'cell')}, and its table ${countOf(columns, 'column')}; ${outcome}. Write as many, and \\| for a stroke within a cell.`;
      warnings.push({ line, column, message });
    }
  });
}
