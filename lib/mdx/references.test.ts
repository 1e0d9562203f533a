import { describe, expect, it } from 'vitest';
import { compileBody } from './compile-body';
import { htmlOf, mistakesIn } from './html.fixture';

describe('links', () => {
  it('to other pages of the site are listed with their places', () => {
    const { links, problems } = compileBody('See [a](/2025/10/25/a?x=1#b).\n\nAnd [b](/about).');
    expect(links).toEqual([
      { target: '/2025/10/25/a?x=1#b', line: 1, column: 5 },
      { target: '/about', line: 3, column: 5 },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    'https://un.org/a',
    'http://un.org',
    'HTTPS://UN.ORG',
    'mailto:a@b.org',
    'tel:+1234',
    '#part',
    '//un.org/a',
  ])('may lead to %s', (href) => {
    const { links, problems } = compileBody(`[a](${href})`);
    expect(problems).toEqual([]);
    expect(links).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'a/b',
    './a',
    'un.org',
  ])('may not lead to %s', (href) => {
    expect(mistakesIn(`Text [a](${href})`)).toEqual([
      expect.stringContaining(`1:6 “${href}” is not an address that a story may link to.`),
    ]);
  });

  it.each([
    ['a reference', '[a][b]\n\n[b]: javascript:alert(1)'],
    ['a title', '[a](javascript:alert(1) "title")'],
    ['an entity', '[a](java&#115;cript:alert(1))'],
    ['a leading character of control', '[a](<\u0001javascript:alert(1)>)'],
    ['a tab', '[a](<java\tscript:alert(1)>)'],
    ['a footnote', 'Text[^1]\n\n[^1]: [a](javascript:alert(1))'],
    ['a linked picture', '[![a](/images/a.webp)](javascript:alert(1))'],
  ])('may not lead to code behind %s', (_, source) => {
    expect(mistakesIn(source)).toHaveLength(1);
  });

  it('are addresses typed in the text', () => {
    expect(htmlOf('At https://un.org/a now.')).toBe('<p>At <a href="https://un.org/a">https://un.org/a</a> now.</p>');
  });

  it('without words say where they lead', () => {
    expect(htmlOf('[](https://un.org/a/b)')).toBe('<p><a href="https://un.org/a/b">un.org</a></p>');
    expect(htmlOf('[](//un.org/a)')).toBe('<p><a href="//un.org/a">un.org</a></p>');
    expect(htmlOf('[ ](mailto:desk@un.org)')).toBe('<p><a href="mailto:desk@un.org">mailto:desk@un.org</a></p>');
    expect(htmlOf('[](/about/contact)')).toBe('<p><a href="/about/contact">/about/contact</a></p>');
  });

  it('that lead nowhere are plain words', () => {
    expect(htmlOf('[words]()')).toBe('<p><span>words</span></p>');
  });
});

describe('pictures', () => {
  it('of the paper are listed with their places', () => {
    const { images, problems } = compileBody(
      'Text\n\n![A map](/images/a.webp)\n\n<Figure src="/images/b.webp" alt="b" credit="c" />',
    );
    expect(images).toEqual([
      { target: '/images/a.webp', line: 3, column: 1 },
      { target: '/images/b.webp', line: 5, column: 1 },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    [
      '![A map](https://evil.example/x.png)',
      '<a href="https://evil.example/x.png" className="remote-picture">Picture: A map</a>',
    ],
    [
      '![](https://evil.example/x.png)',
      '<a href="https://evil.example/x.png" className="remote-picture">Picture at evil.example</a>',
    ],
    [
      '![A map](//evil.example/x.png)',
      '<a href="https://evil.example/x.png" className="remote-picture">Picture: A map</a>',
    ],
    [
      '![A map](HTTPS://evil.example/x.png)',
      '<a href="HTTPS://evil.example/x.png" className="remote-picture">Picture: A map</a>',
    ],
  ])('on another host become links to them: %s', (source, expected) => {
    expect(htmlOf(source)).toBe(`<p>${expected}</p>`);
    expect(compileBody(source).images).toEqual([]);
  });

  it('on another host inside a link leave one link', () => {
    expect(htmlOf('[![A map](https://evil.example/x.png)](https://un.org)')).toBe(
      '<p><a href="https://un.org"><span>Picture: A map</span></a></p>',
    );
  });
});
