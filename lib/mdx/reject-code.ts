import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import type { BodyProblem } from './body';
import { componentNames, componentRules } from './components';

/**
 * Takes out of a body everything that could run: imports and exports, expressions, elements that are not ours, props
 * that are not literal strings. Each is reported with its mend; `{/* comments *\/}` go without a word.
 */
export function rejectCode(tree: Root, problems: BodyProblem[]): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    const report = (message: string) => {
      const start = node.position?.start ?? { line: 1, column: 1 };
      problems.push({ line: start.line, column: start.column, message });
    };
    switch (node.type) {
      case 'mdxjsEsm':
        report(
          'import and export are not allowed: content never runs code. Remove the line; our components need none.',
        );
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!isComment(node.value))
          report('{…} is JavaScript, and content never runs code. Remove it, or write \\{ for a plain brace.');
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        checkElement(node, report);
        return;
      default:
        return;
    }
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function isComment(expression: string): boolean {
  return (
    expression
      .trim()
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .trim() === ''
  );
}

function checkElement(node: MdxJsxFlowElement | MdxJsxTextElement, report: (message: string) => void): void {
  const name = node.name ?? '';
  const rule = Object.hasOwn(componentRules, name) ? componentRules[name] : undefined;
  if (!rule) {
    const known = componentNames.map((known) => `<${known}>`).join(', ');
    report(
      /^[a-z]/.test(name)
        ? `<${name}> is HTML, which is not allowed here. Write it in Markdown, or use one of ${known}.`
        : `<${name}> is not a component of this paper. Use one of ${known}.`,
    );
    // What it holds is checked too: it stays, without a name.
    node.name = null;
    node.attributes = [];
    return;
  }
  const allowed = [...rule.required, ...rule.optional];
  const given = new Set<string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      report(`<${name}> takes no {...spread}. Write its props out, each as name="text".`);
      continue;
    }
    if (!allowed.includes(attribute.name)) {
      const choice = allowed.length > 0 ? `It takes ${allowed.join(', ')}.` : 'It takes none.';
      report(`<${name}> has no prop “${attribute.name}”. ${choice}`);
      continue;
    }
    if (typeof attribute.value !== 'string') {
      report(`The prop “${attribute.name}” of <${name}> must be plain text: write ${attribute.name}="…".`);
      continue;
    }
    given.add(attribute.name);
  }
  for (const required of rule.required) {
    if (!given.has(required)) report(`<${name}> needs the prop “${required}”: write ${required}="…".`);
  }
  if (rule.holds !== '' && node.children.length === 0) {
    report(`<${name}> is empty. Put ${rule.holds} between <${name}> and </${name}>, with a blank line around it.`);
  }
}
