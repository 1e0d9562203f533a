import { describe, expect, it } from 'vitest';
import { htmlOf } from './html.fixture';

type Table = { header?: string[]; align?: string[]; rows?: string[][] };

function markdownTable({ header = ['City', 'People'], align, rows = [['Oslo', '700,000']] }: Table): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(align ?? header.map(() => '---')), ...rows.map(line)].join('\n');
}

function tableHtml(table: Table): string {
  return htmlOf(markdownTable(table));
}

describe('a table', () => {
  it('becomes a data table', () => {
    expect(tableHtml({})).toMatch(/^<DataTable layout="scroll"><table>.*<\/table><\/DataTable>$/);
  });

  it('is not wrapped twice where the writer wrapped it, and keeps its caption', () => {
    const html = htmlOf(`<DataTable caption="Cities">\n\n${markdownTable({})}\n\n</DataTable>`);
    expect(html.match(/<DataTable/g)).toHaveLength(1);
    expect(html).toContain('<caption>Cities</caption>');
    expect(html).toContain('layout="scroll"');
  });

  it('is prepared inside a quotation too', () => {
    const quoted = markdownTable({}).replaceAll(/^/gm, '> ');
    expect(htmlOf(quoted)).toMatch(/^<blockquote><DataTable layout="scroll"><table>/);
  });

  it('tells column headers and row headers apart', () => {
    const html = tableHtml({
      rows: [
        ['Oslo', 'capital'],
        ['Bergen', 'port'],
      ],
    });
    expect(html).toContain('<th scope="col">City</th><th scope="col">People</th>');
    expect(html).toContain('<th dataLabel="City" scope="row">Oslo</th><td dataLabel="People">capital</td>');
    expect(html).toContain('<th dataLabel="City" scope="row">Bergen</th>');
  });

  it('has no row headers where a row has no name, nor where there is one column', () => {
    expect(
      tableHtml({
        rows: [
          ['Oslo', 'capital'],
          ['', 'port'],
        ],
      }),
    ).not.toContain('scope="row"');
    expect(tableHtml({ header: ['City'], rows: [['Oslo']] })).not.toContain('scope="row"');
  });

  it('does not announce an empty header cell as a header', () => {
    const html = tableHtml({ header: ['', 'People'] });
    expect(html).toContain('<td></td><th scope="col"');
  });

  it('loses a header row without a word', () => {
    const html = tableHtml({ header: ['', ''], rows: [['Oslo', 'capital']] });
    expect(html).not.toContain('<thead');
    expect(html).toContain('<th scope="row">Oslo</th><td>capital</td>');
  });

  it('keeps its rows when they have fewer or more cells than its header', () => {
    const html = tableHtml({ rows: [['Oslo'], ['Bergen', 'port', 'extra']] });
    expect(html).toContain('Oslo');
    expect(html).toContain('port');
  });
});

describe('the columns of a table', () => {
  it.each([['1,234'], ['3.5 %'], ['−10'], ['$12'], ['(4)'], ['1990–95'], ['±0.5']])(
    'stand flush right when they hold numbers: %s',
    (number) => {
      const html = tableHtml({
        rows: [
          ['Oslo', number],
          ['Bergen', 'n/a'],
          ['Hamar', '–'],
          ['Bodø', ''],
        ],
      });
      expect(html).toContain('<th scope="col" className="align-right">People</th>');
      expect(html).toContain(`<td dataLabel="People" className="align-right">${number}</td>`);
    },
  );

  it.each([['12 km'], ['in 1990'], ['–']])('stand flush left when they hold words, or no number at all: %s', (text) => {
    expect(tableHtml({ rows: [['Oslo', text]] })).not.toContain('align-right');
  });

  it('never take the first column for numbers: years name rows', () => {
    expect(tableHtml({ header: ['Year', 'Event'], rows: [['1953', 'Armistice']] })).not.toContain('align-right');
  });

  it('stand as the writer aligned them', () => {
    const html = tableHtml({ align: ['---', ':---:'], rows: [['Oslo', 'capital']] });
    expect(html).toContain('<td dataLabel="People" className="align-center">capital</td>');
    expect(html).not.toContain('align="');
  });
});

describe('the layout of a table', () => {
  const prose = 'a sentence that takes some room';

  it('is stacked when three columns or more hold prose', () => {
    expect(tableHtml({ header: ['A', 'B', 'C'], rows: [[prose, prose, prose]] })).toContain('layout="stack"');
  });

  it('scrolls when columns are two, cells are short, a column has no name, or there are no rows', () => {
    expect(tableHtml({ header: ['A', 'B'], rows: [[prose, prose]] })).toContain('layout="scroll"');
    expect(tableHtml({ header: ['A', 'B', 'C'], rows: [['1', '2', '3']] })).toContain('layout="scroll"');
    expect(tableHtml({ header: ['A', '', 'C'], rows: [[prose, prose, prose]] })).toContain('layout="scroll"');
    expect(tableHtml({ header: ['A', 'B', 'C'], rows: [] })).toContain('layout="scroll"');
  });
});
