import { expect, it } from 'vitest';
import { compileBody } from '../mdx/compile-body';
import { textBlocks } from './text-blocks';

function blocks(source: string): string[] {
  const { tree, problems } = compileBody(source);
  expect(problems).toEqual([]);
  return textBlocks(tree);
}

it('reads headings, paragraphs, items and quotations as passages of their own', () => {
  expect(
    blocks('## A *heading*\n\nA [link](/about) and\ntext.\n\n- one\n- two\n  - inner\n\n> Quoted.\n>\n> Twice.'),
  ).toEqual(['A heading', 'A link and text.', 'one', 'two', 'inner', 'Quoted.', 'Twice.']);
});

it('reads a table row by row, and its caption once', () => {
  const table = '| Year | People |\n| --- | --- |\n| 2018 | 900 |';
  expect(blocks(`<DataTable caption="Visitors" source="The council">\n\n${table}\n\n</DataTable>`)).toEqual([
    'The council',
    'Visitors',
    'Year | People',
    '2018 | 900',
  ]);
});

it('reads what components print, and footnotes', () => {
  expect(blocks('<Note title="Mind">\n\nThe gap.\n\n</Note>')).toEqual(['Mind', 'The gap.']);
  const figure = blocks('<Figure src="/images/a.webp" alt="A mast" credit="M. Park" caption="Broken" />');
  expect(figure).toEqual(['Broken', 'A mast', 'M. Park']);
  expect(blocks('Said.[^1]\n\n[^1]: By whom.').join()).toContain('By whom.');
});
