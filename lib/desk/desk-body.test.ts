import { beforeAll, describe, expect, it } from 'vitest';
import { asWritten } from './as-written';
import { closeBody, openBody, type RoundTrip } from './desk-body';
import { loadKeystaticKit } from './keystatic-kit';
import { roundTripBy } from './round-trip';

let roundTrip: RoundTrip;

beforeAll(async () => {
  roundTrip = roundTripBy(await loadKeystaticKit());
}, 30_000);

/** What is in the file after the editor opened a text, did something with it, and saved it. */
function saved(source: string, edit: (text: string) => string = (text) => text): string {
  const opened = openBody(source, roundTrip);
  return closeBody(`${roundTrip(edit(opened.text).trim())}\n`, opened);
}

/** How many blocks the editor has no form for. */
function passages(source: string): number {
  return openBody(source, roundTrip).text.split(`<${asWritten} `).length - 1;
}

const quirks = {
  'lists with hyphens': '- One\n- Two',
  'two lists side by side': '- One\n\n* Two',
  'a loose list': '- One\n\n- Two',
  'a heading right below a paragraph': 'Text.\n## Heading\nMore text.',
  'emphasis with underscores': 'An _old_ ship, a __new__ one.',
  'a table with aligned words': '| A | B |\n| :-: | ---: |\n| x | y |',
  'a table with narrow columns': '|A|B|\n|-|-|\n|1|2|',
  'a footnote': 'Text.[^1]\n\n[^1]: “A note” \\ with signs & "quotes".',
  'a link by reference': 'See [the act][act].\n\n[act]: https://example.org/ "The act"',
  'a link with a title': 'See [the act](https://example.org/ "The act").',
  'a picture': '![A boat](/images/boat.webp "A boat")',
  'a comment': 'Text.\n\n{/* ask again */}\n\nMore.',
  'a hard break': 'One\\\nTwo',
  code: '```js title="x y"\nconst a = "<b>";\n```',
  'a note with two paragraphs': '<Note title="A &amp; B">\n\nOne.\n\nTwo.\n\n</Note>',
  'what is not MDX': 'One <b two.\n\nThree.',
  'empty lines in plenty': 'One.\n\n\n\nTwo.\n\n\n',
  'signs of Markdown': '5 \\* 3, a\\_b, \\{x}, \\<y, R&amp;D, # no heading',
};

describe('a text that is opened and saved', () => {
  it.each(Object.entries(quirks))('keeps %s', (_, text) => {
    const source = `\n${text}\n`;
    expect(saved(source)).toBe(source);
    expect(saved(source, (opened) => `${opened}\nA new end.\n`)).toBe(`${source.trimEnd()}\n\nA new end.\n`);
    expect(saved(source, (opened) => `A new beginning.\n${opened}`)).toBe(`\nA new beginning.\n${source}`);
  });

  it('is a text still when it is empty', () => {
    expect(saved('')).toBe('');
    expect(saved('\n')).toBe('\n');
  });
});

describe('the editor', () => {
  it('has a form for what it keeps, and shows the rest as it is written', () => {
    expect(passages('\nA **bold** word.\n\n- One\n- Two\n')).toBe(0);
    expect(passages('\nText.[^1]\n\nMore.\n\n[^1]: A note.\n')).toBe(2);
    expect(passages(`\n${quirks['a table with aligned words']}\n`)).toBe(1);
  });

  it('may change a passage as it is written', () => {
    const source = '\nFirst.\n\nText.[^1]\n\n[^1]: A note.\n';
    expect(saved(source, (text) => text.replace('A note', 'A new note'))).toBe(source.replace('A note', 'A new note'));
  });

  it('may change, move and remove blocks, and the others stay as they are', () => {
    const source = '\nOne.\n\n- Two\n\n\n## Three\n\nFour _four_.\n';
    expect(saved(source, (text) => text.replace('One.', 'Eins.'))).toBe(source.replace('One.', 'Eins.'));
    expect(saved(source, (text) => text.replace('## Three\n\n', ''))).toBe('\nOne.\n\n- Two\n\nFour _four_.\n');
    expect(saved(source, (text) => `${text.replace('One.\n\n', '')}\nOne.\n`)).toBe(
      '\n- Two\n\n\n## Three\n\nFour _four_.\n\nOne.\n',
    );
  });

  it('may not put a passage as it is written into another block', () => {
    const passage = `<${asWritten} source="Text.[^1]" />`;
    expect(() => closeBody(`<Note>\n  ${passage}\n</Note>\n`)).toThrow('stands inside another block');
  });
});
