import { describe, expect, it } from 'vitest';
import { htmlOf, mistakesIn } from './html.fixture';

function chart(...values: string[]): string {
  const rows = values.map((value, index) => `| Row ${index + 1} | ${value} |`);
  return `<Chart caption="Rain" unit="mm">\n\n| Month | Rain |\n| --- | ---: |\n${rows.join('\n')}\n\n</Chart>`;
}

function bars(source: string): string[] {
  return [...htmlOf(source).matchAll(/style="--bar[\w-]*: ([\d.]+%)"/g)].map(([, length = '']) => length);
}

describe('a chart', () => {
  it('draws each number as its share of the largest', () => {
    expect(bars(chart('50', '200', '0', '0.5'))).toEqual(['25.0%', '100.0%', '0.0%', '0.3%']);
  });

  it('draws a negative number, with either minus, by its size', () => {
    expect(bars(chart('-50', '−100'))).toEqual(['50.0%', '100.0%']);
  });

  it('draws nothing where all is nought', () => {
    expect(bars(chart('0', '0'))).toEqual(['0.0%', '0.0%']);
  });

  it('stays a table that can be heard: caption, headers and numbers', () => {
    const html = htmlOf(chart('50'));
    expect(html).toContain('<caption>Rain</caption>');
    expect(html).toContain('scope="row">Row 1</th>');
    expect(html).toContain('>50</td>');
    expect(html).not.toContain('<DataTable');
  });

  it.each(['ten', '5 mm', '1,000', '0x10'])('refuses what is no plain number, where it stands: %s', (value) => {
    expect(mistakesIn(chart('50', value))).toEqual([
      expect.stringMatching(/^6:\d+ “.*” is not a number\. A <Chart> takes plain numbers/),
    ]);
  });

  it('refuses a cell without a number', () => {
    expect(mistakesIn(chart('50', ''))).toEqual([expect.stringMatching(/^6:\d+ “” is not a number/)]);
  });

  it('needs a caption', () => {
    expect(mistakesIn(chart('5').replace(' caption="Rain"', ''))).toEqual([
      '1:1 <Chart> needs the prop “caption”: write caption="…".',
    ]);
  });
});
