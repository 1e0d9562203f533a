import { describe, expect, it } from 'vitest';
import { compileBody } from './compile-body';
import { htmlOf } from './html.fixture';

function outline(source: string): string[] {
  return compileBody(source).headings.map(({ depth, text, id }) => `${'#'.repeat(depth)} ${text} → ${id}`);
}

describe('the outline of a body', () => {
  it('starts at level 2, since the headline is level 1', () => {
    expect(outline('# One\n\n## Two')).toEqual(['## One → one', '## Two → two']);
    expect(outline('#### Deep')).toEqual(['## Deep → deep']);
  });

  it('skips no level on the way down, and any number on the way up', () => {
    expect(outline('## A\n\n##### B\n\n###### C\n\n## D')).toEqual(['## A → a', '### B → b', '#### C → c', '## D → d']);
  });

  it('sets headings at the level and with the id that it lists', () => {
    expect(htmlOf('# One *more*')).toBe('<h2 id="one-more">One <em>more</em></h2>');
  });

  it('takes an anchor that the writer names, and does not print it', () => {
    expect(outline('## Who pays \\{#money}\n\n## Who pays')).toEqual(['## Who pays → money', '## Who pays → who-pays']);
    expect(htmlOf('## Who pays \\{#money}')).toBe('<h2 id="money">Who pays</h2>');
  });

  it('gives no id twice, nor one that the page has', () => {
    expect(outline('## Main\n\n## Two\n\n## Two\n\n## Two 1')).toEqual([
      '## Main → main-1',
      '## Two → two',
      '## Two → two-1',
      '## Two 1 → two-1-1',
    ]);
  });

  it('gives an id to headings in any script, and to those without letters', () => {
    expect(outline('## 東京\n\n## !!!\n\n## ???')).toEqual([
      '## 東京 → 東京',
      '## !!! → section',
      '## ??? → section-1',
    ]);
  });

  it('drops headings without words', () => {
    expect(outline('##\n\n## {/* later */}')).toEqual([]);
    expect(htmlOf('##\n\nText.')).toBe('<p>Text.</p>');
  });

  it('leaves the numbers of footnotes out', () => {
    expect(outline('## Costs[^1]\n\n[^1]: In dollars.')).toEqual(['## Costs → costs']);
  });

  it('has no part in quotations, lists and notes: a heading there is a bold paragraph', () => {
    expect(htmlOf('> # Quoted')).toBe('<blockquote><p><strong>Quoted</strong></p></blockquote>');
    expect(outline('- # In a list\n\n<Note>\n\n## In a note\n\n</Note>')).toEqual([]);
  });
});
