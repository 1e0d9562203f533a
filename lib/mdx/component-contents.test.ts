import { describe, expect, it } from 'vitest';
import { mistakesIn } from './html.fixture';

const table = '| Year | Ships |\n| --- | --- |\n| 2024 | 5 |';

describe('what components hold', () => {
  it.each([
    ['a table', `<DataTable caption="Ships">\n\n${table}\n\n</DataTable>`],
    ['factors', '<FactorList title="Why">\n\n- **Cost**: it is high\n\n</FactorList>'],
    ['a quotation', '<PullQuote cite="A reader">\n\nWords.\n\n</PullQuote>'],
    ['key points', '<KeyPoints>\n\n- one\n- two\n\n</KeyPoints>'],
    ['a note', '<Note>\n\nText.\n\n</Note>'],
    ['dates', '<Timeline>\n\n1. **1953** Armistice\n2. **1991** Accession\n\n</Timeline>'],
    ['a chart', `<Chart caption="Ships" unit="k">\n\n${table}\n\n</Chart>`],
  ])('passes when it is what they are for: %s', (_, source) => {
    expect(mistakesIn(source)).toEqual([]);
  });

  it.each([
    ['DataTable', 'text', 'one Markdown table'],
    ['DataTable', `${table}\n\nand more`, 'one Markdown table'],
    ['FactorList', '- no label\n- **Label** text', 'one list whose items start with a **bold label**'],
    ['KeyPoints', 'text', 'one list'],
    ['Timeline', '- no date', 'one list whose items start with a **bold date**'],
  ])('is refused when it is something else: <%s> with %j', (name, content, holds) => {
    const mistakes = mistakesIn(`Text.\n\n<${name}>\n\n${content}\n\n</${name}>`);
    expect(mistakes).toEqual([`3:1 <${name}> holds ${holds}, and nothing else. Put blank lines around what it holds.`]);
  });

  it('is asked for where there is nothing', () => {
    expect(mistakesIn('<Note></Note>').join()).toContain('<Note> is empty. Put text between <Note> and </Note>');
  });
});

describe('where components stand', () => {
  it.each([
    ['in a sentence', 'See <Note>this</Note> now.', '1:5'],
    ['in another component', '<Note>\n\n<KeyPoints>\n\n- one\n\n</KeyPoints>\n\n</Note>', '3:1'],
    ['in a list', '- one\n\n  <Figure src="/images/a.webp" alt="a" credit="c" />', '3:3'],
  ])('is on lines of their own, not %s', (_, source, place) => {
    expect(mistakesIn(source)).toEqual([
      expect.stringMatching(new RegExp(`^${place} .* must stand on lines of its own`)),
    ]);
  });

  it('is between paragraphs for an ad', () => {
    expect(mistakesIn('One.\n\n<AdSlot />\n\nTwo.')).toEqual([]);
  });

  it.each([
    ['at the start', '<AdSlot />\n\nText.', '1:1'],
    ['at the end', 'Text.\n\n<AdSlot />', '3:1'],
    ['below a heading', 'One.\n\n## Two\n\n<AdSlot />\n\nThree.', '5:1'],
    ['above a heading', 'One.\n\n<AdSlot />\n\n## Two\n\nThree.', '3:1'],
    ['above a table', `One.\n\n<AdSlot />\n\n${table}\n\nTwo.`, '3:1'],
    ['below a picture', 'One.\n\n<Figure src="/images/a.webp" alt="a" credit="c" />\n\n<AdSlot />\n\nTwo.', '5:1'],
  ])('is refused for an ad %s', (_, source, place) => {
    expect(mistakesIn(source)).toEqual([
      expect.stringMatching(new RegExp(`^${place} <AdSlot> must stand between two paragraphs`)),
    ]);
  });

  it('is refused for two ads next to each other', () => {
    expect(mistakesIn('One.\n\n<AdSlot />\n\n<AdSlot />\n\nTwo.')).toHaveLength(2);
  });
});
