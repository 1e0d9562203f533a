import { describe, expect, it } from 'vitest';
import { compileBody } from './compile-body';
import { htmlOf, mistakesIn } from './html.fixture';

describe('a body', () => {
  it('is CommonMark with tables, footnotes and strikethrough', () => {
    expect(htmlOf('Some *words*, ~~gone~~, about ~5~.')).toBe(
      '<p>Some <em>words</em>, <del>gone</del>, about ~5~.</p>',
    );
    expect(htmlOf('Text[^1]\n\n[^1]: A note')).toContain('id="note-fn-1"');
  });

  it('is plain data without positions, ready for JSON', () => {
    const { tree } = compileBody('# One\n\n| a | b |\n| - | - |\n| 1 | 2 |');
    const json = JSON.stringify(tree);
    expect(JSON.parse(json)).toEqual(tree);
    expect(json).not.toContain('"position"');
  });

  it('of nothing has no words and no mistakes', () => {
    expect(compileBody('')).toMatchObject({ text: '', words: 0, headings: [], problems: [] });
  });

  it.each([
    ['an open component', 'Text.\n\n<Note>\n\nmore', '3:1', 'closing tag for `<Note>`'],
    ['an open brace', 'Text.\n\nmore { here', '3:12', 'closing brace'],
    ['a comparison', 'If a <5 then', '1:7', 'before name'],
    ['an HTML comment', 'Text.\n\n<!-- note -->', '3:2', 'before name'],
  ])('that is no MDX is refused where it breaks, with the mend: %s', (_, source, place, reason) => {
    const mistakes = mistakesIn(source);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^${place} This is not valid MDX: `));
    expect(mistakes[0]).toContain(reason);
    expect(mistakes[0]).toContain('write \\< or \\{ for the plain character');
  });

  it('reports every mistake in one run', () => {
    const source =
      'import a from "b"\n\n{x}\n\n<b>bold</b>\n\n[l](javascript:x)\n\n<Chart caption="c">\n\ntext\n\n</Chart>';
    expect(mistakesIn(source).map((mistake) => mistake.split(' ')[0])).toEqual(['1:1', '3:1', '5:1', '7:1', '9:1']);
  });
});

describe('the readable text', () => {
  it('keeps blocks apart and markup out', () => {
    expect(compileBody('# One\n\nTwo *three*\nfour\n\n- five\n- six\n\n> seven\n\n    eight').text).toBe(
      'One\nTwo three four\nfive\nsix\nseven\neight',
    );
  });

  it('holds what tables and components hold', () => {
    const { text } = compileBody(
      '<Note title="x">\n\nOne\n\n</Note>\n\n| Two | Three |\n| --- | --- |\n| four | five |',
    );
    expect(text).toBe('One\nTwo\nThree\nfour\nfive');
  });

  it('glues no footnote number to the word before, and leaves the notes out', () => {
    expect(compileBody('Rice[^1] is grown.\n\n[^1]: In paddies.').text).toBe('Rice is grown.');
  });

  it('keeps a label and the paragraph below it apart', () => {
    expect(compileBody('- **Cost**\n\n  high\n\n- **Time**\n\n  short').text).toBe('Cost high\nTime short');
  });
});

describe('the number of words', () => {
  it.each([
    ['One two three.', 3],
    ["It's half-done — mostly", 4],
    ['東京は日本の首都です', 5],
    ['Tokyo 東京 city', 3],
    ['한국어 기사', 2],
  ])('counts %j as %i', (source, words) => {
    expect(compileBody(source).words).toBe(words);
  });
});
