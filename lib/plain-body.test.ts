import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { compileBody } from './mdx/compile-body';
import { plainBody } from './plain-body';

const printing = { pictures: new Map(), locale: 'en-GB', siteUrl: 'https://news.example.org' };

function print(markdown: string, pictures: (typeof printing)['pictures'] = new Map()): string {
  const { tree, problems } = compileBody(markdown);
  expect(problems).toEqual([]);
  return toHtml(plainBody(tree, { ...printing, pictures })).replaceAll(/>\s+</g, '><');
}

describe('a body as plain HTML', () => {
  it('keeps tables and lists whole, without what only our pages understand', () => {
    const html = print('| Country | Share |\n| --- | ---: |\n| Laos | 35 |\n\n- one\n- two');
    expect(html).toBe(
      '<table><thead><tr><th scope="col">Country</th><th scope="col">Share</th></tr></thead><tbody><tr><th scope="row">Laos</th><td>35</td></tr></tbody></table><ul><li>one</li><li>two</li></ul>',
    );
  });

  it('runs the label of a factor on into its text', () => {
    expect(print('- **A wish.** Both said so.\n- **A place.** It needs no visas.')).toContain(
      '<li><strong>A wish.</strong> Both said so.</li>',
    );
  });

  it('says what a component says: titles, sources, units, who is quoted', () => {
    const html = print(
      [
        '<Chart caption="Flow" unit="%" source="The Commission" sourceUrl="https://example.org/">\n\n| Country | Share |\n| --- | ---: |\n| Laos | 35 |\n\n</Chart>',
        '<KeyPoints>\n\n- One thing.\n\n</KeyPoints>',
        '<PullQuote cite="The Charter">\n\nBy consensus.\n\n</PullQuote>',
      ].join('\n\n'),
    );
    expect(html).toContain('<caption>Flow</caption>');
    expect(html).toContain('<p>In %.</p><p>Source: <a href="https://example.org/">The Commission</a></p>');
    expect(html).toContain('<p><strong>Key points</strong></p><ul>');
    expect(html).toContain('<blockquote><p>By consensus.</p><p>— The Charter</p></blockquote>');
    expect(html).not.toMatch(/style=|class=|data-/);
  });

  it('leads to the paper by addresses in full, and nowhere within itself', () => {
    const html = print(
      'See [the story](/2025/10/25/a-story), [a site](https://example.org/) and a note.[^1]\n\n[^1]: Noted.',
    );
    expect(html).toContain('<a href="https://news.example.org/2025/10/25/a-story">the story</a>');
    expect(html).toContain('<a href="https://example.org/">a site</a>');
    expect(html).toContain('<sup>1</sup>');
    expect(html).toContain('<h2>Footnotes</h2><ol><li><p>Noted.');
    expect(html).not.toMatch(/href="#|↩/);
  });

  it('shows pictures at the address and in the size that their files have, and the words of one that is gone', () => {
    const pictures = new Map([['/images/ferry.webp', { src: '/images/1a/ferry.webp', width: 1200, height: 675 }]]);
    const markdown =
      '<Figure src="/images/ferry.webp" alt="A ferry" credit="Us" caption="At sea." />\n\n<Figure src="/images/gone.webp" alt="A pier" credit="Us" />';
    expect(print(markdown, pictures)).toBe(
      '<figure><img src="https://news.example.org/images/1a/ferry.webp" alt="A ferry" width="1200" height="675"><figcaption>At sea. Us</figcaption></figure><p>A pier</p>',
    );
  });

  it('leaves out ads', () => {
    expect(print('One.\n\n<AdSlot />\n\nTwo.')).toBe('<p>One.</p><p>Two.</p>');
  });
});
