import type { FieldDef } from 'contentlayer2/source-files';
import { fieldsOf, isNested, nestedFieldsOf } from '../content/field-definitions';
import { componentRules } from '../mdx/components';
import { componentExamples } from './examples';

/** As VS Code reads it: https://code.visualstudio.com/docs/editing/userdefinedsnippets */
export type Snippet = { scope: string; prefix: string; description: string; body: string[] };

/** What a new story usually has besides the fields that it needs. */
const usualFields = ['tags', 'kind', 'dateline', 'image'];

/** The clock of the editor's machine, with its offset. */
const now = '$CURRENT_YEAR-$CURRENT_MONTH-${CURRENT_DATE}T$CURRENT_HOUR:$CURRENT_MINUTE:00$CURRENT_TIMEZONE_OFFSET';

/** What stands where the writer types, for fields in which a word would be a mistake. */
const placeholders: Record<string, string> = {
  src: '/images/name.webp',
  url: 'https://www.example.org/',
  lang: 'fr',
  redirectFrom: '/2019/old-address',
  lead: '1',
};

/** Snippets for a story's whole front matter, for each field of an MDX file, and for each component, by name. */
export function snippets(): Record<string, Snippet> {
  const story = fieldsOf('Article');
  const fields = { ...fieldsOf('Page'), ...fieldsOf('Author'), ...story };
  const isUsual = ([name, field]: [string, FieldDef]) => field.required || usualFields.includes(name);
  return {
    'The fields of a story': snippet('story', 'A story, from its first line to its text', [
      '---',
      ...Object.entries(story).filter(isUsual).flatMap(fieldLines),
      '---',
      '',
      '${}',
    ]),
    ...Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        `Field ${name}`,
        snippet(name, field.description ?? name, fieldLines([name, field])),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(componentExamples).map(([name, { when, holds }]) => [
        `Component ${name}`,
        snippet(`<${name}`, when.replaceAll('`', ''), componentLines(name, holds)),
      ]),
    ),
  };
}

/** Numbers the places where the writer types, which are `${}`, `${:a placeholder}` and `${|one,two|}` until then. */
function snippet(prefix: string, description: string, lines: string[]): Snippet {
  let place = 0;
  const body = lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.replace(/\$\{(?=[}:|])/g, () => `\${${++place}`));
  return { scope: 'mdx', prefix, description, body };
}

function fieldLines([name, field]: [string, FieldDef]): string[] {
  switch (field.type) {
    case 'date':
      return [`${name}: \${:${now}}`];
    case 'enum':
      return [`${name}: \${|${field.options.join(',')}|}`];
    case 'nested':
      return [`${name}:`, ...Object.entries(nestedFieldsOf(field.of)).flatMap(fieldLines).map(indented)];
    case 'list': {
      if (!isNested(field.of)) return [`${name}: [\${:${placeholderOf(name)}}]`];
      const [first = '', ...rest] = Object.entries(nestedFieldsOf(field.of)).flatMap(fieldLines);
      return [`${name}:`, `  - ${first}`, ...rest.map(indented).map(indented)];
    }
    default:
      return [`${name}: \${:${placeholderOf(name)}}`];
  }
}

function componentLines(name: string, holds: string): string[] {
  const { required = [], optional = [] } = componentRules[name] ?? {};
  const props = [...required, ...optional]
    .map((prop) => ` ${prop}="${placeholders[prop] ? `\${:${placeholders[prop]}}` : '${}'}"`)
    .join('');
  return holds === '' ? [`<${name}${props} />`] : [`<${name}${props}>`, '', holds, '', `</${name}>`];
}

function placeholderOf(name: string): string {
  return placeholders[name] ?? name;
}

function indented(line: string): string {
  return `  ${line}`;
}
