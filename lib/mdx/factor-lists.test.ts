import { describe, expect, it } from 'vitest';
import { htmlOf } from './html.fixture';

describe('a list whose items start with a bold label', () => {
  it('becomes a factor list, each label apart from its text', () => {
    expect(htmlOf('- **Cost**: it is high\n- **Time** is short')).toBe(
      '<FactorList><ul>' +
        '<li><strong>Cost</strong><div>: it is high</div></li>' +
        '<li><strong>Time</strong><div> is short</div></li>' +
        '</ul></FactorList>',
    );
  });

  it('becomes one when its items are paragraphs apart, further paragraphs included', () => {
    const html = htmlOf('- **Cost** is high\n\n  And rising.\n\n- **Time** is short');
    expect(html).toMatch(/^<FactorList>/);
    expect(html).toContain('<strong>Cost</strong><div> is high<p>And rising.</p></div>');
  });

  it('is not wrapped twice where the writer wrapped it, and may then have one item', () => {
    const html = htmlOf('<FactorList title="Why">\n\n- **Cost**: it is high\n\n</FactorList>');
    expect(html).toBe(
      '<FactorList title="Why"><ul><li><strong>Cost</strong><div>: it is high</div></li></ul></FactorList>',
    );
  });

  it('sets dates of a timeline apart in the same way', () => {
    expect(htmlOf('<Timeline>\n\n- **1953** Armistice\n\n</Timeline>')).toContain(
      '<strong>1953</strong><div> Armistice</div>',
    );
  });
});

describe('any other list', () => {
  it.each([
    ['with one labelled item', '- **Cost**: it is high'],
    ['with an item that has no label', '- **Cost**: it is high\n- time'],
    ['with bold words later', '- the **cost**\n- the **time**'],
    ['that is numbered', '1. **Cost**: it is high\n2. **Time** is short'],
    ['inside a quotation', '> - **Cost**: it is high\n> - **Time** is short'],
    ['of italic labels', '- *Cost*: it is high\n- *Time* is short'],
  ])('stays a list: %s', (_, source) => {
    expect(htmlOf(source)).not.toContain('FactorList');
  });
});
