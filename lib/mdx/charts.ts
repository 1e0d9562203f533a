import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { BodyProblem } from './body';
import { descendantsNamed } from './data-tables';
import { childElements, isElement } from './elements';

/**
 * A chart is its table: each number is given the share of the largest one, 0 to 100, as the length of a bar that the
 * style sheet draws behind it. Nothing is lost to a reader who hears the table, or prints it.
 */
export function prepareCharts(tree: Root, problems: BodyProblem[]): void {
  for (const chart of tree.children) {
    if (!isElement(chart) || chart.tagName !== 'Chart') continue;
    const [table] = childElements(chart);
    if (!table || table.tagName !== 'table') continue;
    const cells = descendantsNamed(table, 'tbody').flatMap(numberCells);
    const values = cells.map((cell) => plainNumber(toString(cell).trim().replace('−', '-')));
    const wrong = cells.find((_, index) => values[index] === undefined);
    if (wrong) {
      const { line, column } = (wrong.position ?? chart.position)?.start ?? { line: 1, column: 1 };
      problems.push({
        line,
        column,
        message: `“${toString(wrong).trim()}” is not a number. A <Chart> takes plain numbers, such as 12 or 0.75; put the unit in unit="…".`,
      });
      continue;
    }
    const largest = Math.max(...values.map((value = 0) => Math.abs(value)), Number.MIN_VALUE);
    cells.forEach((cell, index) => {
      const share = Math.abs(values[index] ?? 0) / largest;
      cell.properties.style = `--bar-length: ${(share * 100).toFixed(1)}%`;
      cell.properties.className = ['bar'];
    });
  }
}

/** What Number takes besides, such as nothing at all or 0x10, is no number to a reader. */
function plainNumber(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : undefined;
}

/** The second cell of each row. */
function numberCells(body: Element): Element[] {
  return descendantsNamed(body, 'tr').flatMap((row) => childElements(row).slice(1, 2));
}
