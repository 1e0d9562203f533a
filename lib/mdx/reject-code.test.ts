import { describe, expect, it } from 'vitest';
import { htmlOf, mistakesIn } from './html.fixture';

describe('code in a body', () => {
  it.each([
    ['an import', 'import x from "y"\n\nText.', '1:1 import and export'],
    ['an export', 'Text.\n\nexport const a = 1', '3:1 import and export'],
    ['an expression between words', 'One {1 + 1} two.', '1:5 {…} is JavaScript'],
    ['an expression on its own line', 'One.\n\n{alert(1)}', '3:1 {…} is JavaScript'],
    ['an expression after a comment', '{/* a */ alert(1)}', '1:1 {…} is JavaScript'],
    ['a spread', '<Note {...props}>\n\ntext\n\n</Note>', '1:1 <Note> takes no {...spread}'],
    [
      'a prop that is computed',
      '<Note title={name}>\n\ntext\n\n</Note>',
      '1:1 The prop “title” of <Note> must be plain text',
    ],
    ['a prop without a value', '<Note title>\n\ntext\n\n</Note>', '1:1 The prop “title” of <Note> must be plain text'],
  ])('is refused where it stands: %s', (_, source, expected) => {
    const mistakes = mistakesIn(source);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(expected);
  });

  it('may be spoken of in code spans, code blocks and behind a backslash', () => {
    const source = 'Use `{braces}` and \\{these} and \\<b>.\n\n```js\nimport x from "y"\n{alert(1)}\n```';
    expect(mistakesIn(source)).toEqual([]);
    expect(htmlOf(source)).toContain('<code>{braces}</code> and {these} and <b>.');
  });

  it('is no comment: comments go without a word', () => {
    expect(mistakesIn('{/* a note to the desk */}\n\nText {/* another */} here.')).toEqual([]);
    expect(htmlOf('{/* a note to the desk */}\n\nText.')).toBe('<p>Text.</p>');
  });

  it('never reaches the tree', () => {
    const html = htmlOf('One {secret()} two.\n\nimport x from "secret"\n\n<script>secret()</script>\n\n{secret()}');
    expect(html).not.toContain('secret() two');
    expect(html).not.toContain('import');
    expect(html).not.toContain('<script');
  });
});

describe('elements that are not ours', () => {
  it.each([
    ['inline HTML', 'Some <b>bold</b> text.', '1:6 <b> is HTML'],
    ['a block of HTML', 'Text.\n\n<div>\n\ninside\n\n</div>', '3:1 <div> is HTML'],
    ['a script', '<script>alert(1)</script>', '1:1 <script> is HTML'],
    [
      'a component that does not exist',
      '<Tweet id="1" />',
      '1:1 <Tweet> is not a component of this paper. Use one of <DataTable>',
    ],
    ['a member of a component', '<Note.Title />', '1:1 <Note.Title> is not a component'],
    ['a name that every object has', '<constructor />', '1:1 <constructor> is HTML'],
    ['a fragment', '<>\n\ntext\n\n</>', '1:1 <> is not a component'],
  ])('are refused: %s', (_, source, expected) => {
    const mistakes = mistakesIn(source);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(expected);
  });

  it('do not hide the mistakes inside them', () => {
    const mistakes = mistakesIn('<div>\n\n{alert(1)}\n\n<Tweet />\n\n[x](javascript:alert(1))\n\n</div>');
    expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual(['1:1', '3:1', '5:1', '7:1']);
  });
});

describe('props', () => {
  const figure = '<Figure src="/images/a.webp" alt="A map" credit="UN" />';

  it('are kept as they were written', () => {
    expect(mistakesIn(figure)).toEqual([]);
    expect(htmlOf(figure)).toBe('<Figure src="/images/a.webp" alt="A map" credit="UN"></Figure>');
  });

  it('that a component does not have are refused, with those that it has', () => {
    expect(mistakesIn('<Note onclick="x()">\n\ntext\n\n</Note>')).toEqual([
      '1:1 <Note> has no prop “onclick”. It takes title.',
    ]);
    expect(mistakesIn('One.\n\n<AdSlot size="big" />\n\nTwo.')).toEqual([
      '3:1 <AdSlot> has no prop “size”. It takes none.',
    ]);
  });

  it('that are required are asked for, each', () => {
    expect(mistakesIn('Text.\n\n<Figure src="/images/a.webp" />')).toEqual([
      '3:1 <Figure> needs the prop “alt”: write alt="…".',
      '3:1 <Figure> needs the prop “credit”: write credit="…".',
    ]);
  });
});
