import type { FieldDef } from 'contentlayer2/source-files';
import { slug } from 'github-slugger';
import { stringify } from 'yaml';
import { fieldsOf, isNested, nestedFieldsOf } from '../content/field-definitions';
import { componentRules } from '../mdx/components';
import { componentExamples, markdownExamples, type ComponentExample, type Example } from './examples';

const frontMatter = {
  title: 'Style guide',
  summary: 'How a story is written: its fields, what Markdown gives, and every component, as written and as printed.',
};

/** The page of the guide, as an editor would have written it. */
export function styleGuide(): string {
  return `---
${stringify(frontMatter, { lineWidth: 0 })}---

{/* Written by npm run guide from lib/guide: change it there. */}

This page is for those who write for the paper. Each example stands here twice: first as it is written in the story’s file, then as readers get it. The second is made from the first, by what prints every story.

- ${linkTo('The fields of a story')}
- ${linkTo('Markdown')}: ${Object.keys(markdownExamples).map(linkTo).join(', ')}
- ${linkTo('Components')}: ${Object.keys(componentExamples).map(linkTo).join(', ')}

## The fields of a story

A file begins with its fields, between two lines of three hyphens. ${listOf(requiredNames())} are needed; the others may be left out.

${fieldTable()}

## Markdown

The text below the fields is Markdown. Begin a section with \`##\` and a part of it with \`###\`: the headline is the page’s first heading. HTML, \`import\`, \`export\` and \`{expressions}\` are refused. Write \`\\<\` and \`\\{\` for the plain characters.

${Object.entries(markdownExamples).map(section).join('\n\n')}

## Components

Components add what Markdown cannot say. Each stands on lines of its own, with a blank line around what it holds, and every prop is plain text in quotes.

${Object.entries(componentExamples).map(componentSection).join('\n\n')}
`;
}

function componentSection([name, example]: [string, ComponentExample]): string {
  const shape = [contentsOf(name), propsOf(name)].filter((sentence) => sentence !== '').join(' ');
  return section([name, { ...example, when: `${example.when}\n\n${shape}` }]);
}

function section([heading, example]: [string, Example & { notPrinted?: string }]): string {
  const { when, sources, notPrinted } = example;
  return [`### ${heading}`, when, ...sources.map((source) => bothWays(source, notPrinted))].join('\n\n');
}

function bothWays(source: string, notPrinted = source): string {
  const fence = source.includes('```') ? '````' : '```';
  return `**As written**\n\n${fence}mdx\n${source}\n${fence}\n\n**As printed**\n\n${notPrinted}`;
}

function contentsOf(name: string): string {
  const holds = componentRules[name]?.holds;
  return holds ? `It holds ${holds}.` : '';
}

function propsOf(name: string): string {
  const { required = [], optional = [] } = componentRules[name] ?? {};
  const optionals = optional.length > 0 ? `${listOf(optional)} may be left out` : '';
  if (required.length > 0) return `It needs ${[listOf(required), optionals].filter((part) => part !== '').join('; ')}.`;
  return optionals ? `${optionals}.` : 'It takes no props.';
}

function requiredNames(): string[] {
  return Object.entries(fieldsOf('Article')).flatMap(([name, field]) => (field.required ? [name] : []));
}

function fieldTable(): string {
  const rows = Object.entries(fieldsOf('Article')).map(([name, field]) => {
    const form = field.required ? `${formOf(field)}, **needed**` : formOf(field);
    return `| \`${name}\` | ${form} | ${escapeCell(field.description ?? '')} |`;
  });
  return ['| Field | Form | What it is |', '| --- | --- | --- |', ...rows].join('\n');
}

function formOf(field: FieldDef): string {
  switch (field.type) {
    case 'string':
      return 'text';
    case 'date':
      return 'moment';
    case 'enum':
      return `one of ${field.options.map((option) => `\`${String(option)}\``).join(', ')}`;
    case 'nested':
      return partsOf(nestedFieldsOf(field.of));
    case 'list':
      return isNested(field.of) ? `list of ${partsOf(nestedFieldsOf(field.of))}` : 'list';
    default:
      return field.type;
  }
}

function partsOf(fields: Record<string, FieldDef>): string {
  const names = Object.keys(fields);
  const required = names.filter((name) => fields[name]?.required);
  const optional = names.filter((name) => !fields[name]?.required);
  const parts = [listOf(required), optional.length > 0 ? `optional ${listOf(optional)}` : ''];
  return parts.filter((part) => part !== '').join('; ');
}

function listOf(names: string[]): string {
  return new Intl.ListFormat('en-GB').format(names.map((name) => `\`${name}\``));
}

function linkTo(heading: string): string {
  return `[${heading}](#${slug(heading)})`;
}

/** What would end a cell, or be more than text in MDX. */
function escapeCell(text: string): string {
  return text.replace(/[|<{]/g, '\\$&');
}
