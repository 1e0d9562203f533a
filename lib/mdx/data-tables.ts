import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { isElement, isElementNamed } from './elements';

/** From this many characters on, on average, a cell is read as prose. */
const proseCellLength = 24;

/**
 * Prepares every table: header cells with a scope, a row header where the first column names the row, numbers flush
 * right, each cell with its column's name for screens on which rows are stacked, and a <DataTable> around it, unless
 * the writer put one there.
 */
export function prepareTables(tree: Root): void {
  wrapTables(tree);
}

function wrapTables(parent: Root | Element): void {
  const inside = parent.type === 'element' && ['DataTable', 'Chart'].includes(parent.tagName);
  const wrap = <T extends RootContent | ElementContent>(child: T): T | Element => {
    if (!isElement(child)) return child;
    if (child.tagName !== 'table') {
      wrapTables(child);
      return child;
    }
    const layout = prepareTable(child);
    if (inside) {
      parent.properties.layout = layout;
      addCaption(child, parent.properties.caption);
      return child;
    }
    return { type: 'element', tagName: 'DataTable', properties: { layout }, children: [child] };
  };
  if (parent.type === 'root') parent.children = parent.children.map(wrap);
  else parent.children = parent.children.map(wrap);
}

/** The caption belongs to the table itself (WCAG 1.3.1), wherever the writer gave it. */
function addCaption(table: Element, caption: unknown): void {
  if (typeof caption !== 'string' || caption === '') return;
  const text: ElementContent = { type: 'text', value: caption };
  table.children.unshift({ type: 'element', tagName: 'caption', properties: {}, children: [text] });
}

/** `stack`: prose in three columns and more, which a narrow screen prints row by row. `scroll`: everything else. */
function prepareTable(table: Element): 'stack' | 'scroll' {
  const rows = descendantsNamed(table, 'tr').map((row) => row.children.filter(isElement));
  const [header = [], ...body] = rows;
  const names = header.map((cell) => toString(cell).trim());
  header.forEach((cell, column) => {
    if (names[column] === '') cell.tagName = 'td';
    else cell.properties.scope = 'col';
  });
  const rowsAreNamed = header.length > 1 && body.every(([first]) => first && toString(first).trim() !== '');
  const numeric = names.map((_, column) => column > 0 && isNumericColumn(body.map((cells) => cells[column])));
  let characters = 0;
  let cells = 0;
  for (const row of [header, ...body]) {
    row.forEach((cell, column) => {
      delete cell.properties.style;
      if (numeric[column]) cell.properties.align = 'right';
      if (row === header) return;
      characters += toString(cell).length;
      cells += 1;
      if (names[column]) cell.properties.dataLabel = names[column];
      if (column === 0 && rowsAreNamed) {
        cell.tagName = 'th';
        cell.properties.scope = 'row';
      }
    });
  }
  dropEmptyHeader(table, names);
  for (const cell of descendantsNamed(table, 'th').concat(descendantsNamed(table, 'td'))) {
    const align = cell.properties.align;
    delete cell.properties.align;
    if (align === 'right' || align === 'center') cell.properties.className = [`align-${align}`];
  }
  const isProse = names.length >= 3 && cells > 0 && characters / cells >= proseCellLength;
  return isProse && names.every((name) => name !== '') ? 'stack' : 'scroll';
}

function isNumericColumn(cells: (Element | undefined)[]): boolean {
  const texts = cells.map((cell) => (cell ? toString(cell).trim() : '')).filter((text) => text !== '');
  return texts.some((text) => /\d/.test(text)) && texts.every((text) => /^([^\p{L}]{0,14}|[–—-]|n\/?a)$/iu.test(text));
}

/** A header row without a word is the mark of a table that has none. */
function dropEmptyHeader(table: Element, names: string[]): void {
  if (names.some((name) => name !== '')) return;
  table.children = table.children.filter((child) => !isElementNamed(child, 'thead'));
}

export function descendantsNamed(parent: Element, name: string): Element[] {
  return parent.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.tagName === name ? [child, ...descendantsNamed(child, name)] : descendantsNamed(child, name);
  });
}
