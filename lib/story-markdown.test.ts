import { describe, expect, it } from 'vitest';
import { makeArticle, makeSite } from './article.fixture';
import { compileBody } from './mdx/compile-body';
import { storyMarkdown } from './story-markdown';

function print(markdown: string, fields: Parameters<typeof makeArticle>[0] = {}): string {
  const { tree, problems } = compileBody(markdown);
  expect(problems).toEqual([]);
  return storyMarkdown(makeArticle({ tree, ...fields }), makeSite(), 'https://news.example.org');
}

describe('a story as Markdown', () => {
  it('begins with headline, standfirst and byline, and ends with its address', () => {
    expect(print('Text.')).toBe(
      '# A headline\n\nWhat it adds.\n\nBy Caleb Wilson · 25 October 2025 at 09:30 GMT+9\n\nText.\n\n---\n\nThe Paper: <https://news.example.org/2025/10/25/a-story>\n',
    );
  });

  it('keeps tables, with their captions above them, and lists', () => {
    const text = print(
      '<DataTable caption="Rice" source="The ministry">\n\n| Country | Share |\n| --- | ---: |\n| Laos | 35 |\n\n</DataTable>\n\n- one\n- two',
    );
    expect(text).toContain(
      '**Rice**\n\n| Country | Share |\n| ------- | ----- |\n| Laos    | 35    |\n\nSource: The ministry\n\n- one\n- two\n',
    );
  });

  it('writes signs of Markdown so that they are read as text', () => {
    expect(print('Text.', { title: '*Not* a [link](https://example.org/)' })).toMatch(
      /^# \\\*Not\\\* a \\\[link]\\\(https/,
    );
  });
});
