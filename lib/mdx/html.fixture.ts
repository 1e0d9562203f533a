import type { Nodes } from 'hast';
import { compileBody } from './compile-body';

/** A body as markup, one string without white space between elements, so that a test reads as what it expects. */
export function htmlOf(source: string): string {
  return markup(compileBody(source).tree);
}

function markup(node: Nodes): string {
  if (node.type === 'text') return node.value.trim() === '' ? '' : node.value;
  if (node.type === 'root') return node.children.map(markup).join('');
  if (node.type !== 'element') return '';
  const attributes = Object.entries(node.properties).map(([name, value]) => ` ${name}="${String(value)}"`);
  return `<${node.tagName}${attributes.join('')}>${node.children.map(markup).join('')}</${node.tagName}>`;
}

/** A body's mistakes as an editor reads them, line:column message. */
export function mistakesIn(source: string): string[] {
  return compileBody(source).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}
