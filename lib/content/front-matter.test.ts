import { describe, expect, it } from 'vitest';
import { readFrontMatter } from './front-matter';

const story = `---
title: A headline
authors:
  - caleb-wilson
  - mina-park
tags: [one, two]
image:
  src: /images/a.webp
publishedAt: 2025-10-25T09:30:00+09:00
---

The first line.
`;

describe('front matter', () => {
  it('gives fields as plain data, dates as they were written', () => {
    expect(readFrontMatter(story, false).data).toEqual({
      title: 'A headline',
      authors: ['caleb-wilson', 'mina-park'],
      tags: ['one', 'two'],
      image: { src: '/images/a.webp' },
      publishedAt: '2025-10-25T09:30:00+09:00',
    });
  });

  it('knows where the body begins, so that its line numbers are those of the file', () => {
    const { body, bodyLine } = readFrontMatter(story, false);
    const line = body.split('\n').indexOf('The first line.') + bodyLine;
    expect(story.split('\n')[line - 1]).toBe('The first line.');
  });

  it('may be all there is', () => {
    expect(readFrontMatter('---\ntitle: A\n---', false)).toMatchObject({
      data: { title: 'A' },
      body: '',
      mistakes: [],
    });
    expect(readFrontMatter('---\ntitle: A\n---\n', false)).toMatchObject({
      data: { title: 'A' },
      body: '',
      mistakes: [],
    });
  });

  it('ends at its own fence: lines of dashes in the body stay there', () => {
    expect(readFrontMatter('---\ntitle: A\n---\nOne\n\n---\n\nTwo', false).body).toBe('One\n\n---\n\nTwo');
  });

  it('keeps yes, no and long numbers as YAML 1.2 has them', () => {
    expect(readFrontMatter('---\na: yes\nb: 2025-10-25\nc: 012\n---\n', false).data).toEqual({
      a: 'yes',
      b: '2025-10-25',
      c: 12,
    });
  });

  it('is the whole file in YAML files', () => {
    const { data, positionOf } = readFrontMatter('name: World\norder: 1\n', true);
    expect(data).toEqual({ name: 'World', order: 1 });
    expect(positionOf(['order'])).toEqual({ line: 2, column: 1 });
  });
});

describe('the place of a field', () => {
  it.each([
    [['title'], 2, 1],
    [['authors'], 3, 1],
    [['authors', 1], 5, 5],
    [['tags', 1], 6, 13],
    [['image', 'src'], 8, 3],
  ])('is its own line and column: %j', (path, line, column) => {
    expect(readFrontMatter(story, false).positionOf(path)).toEqual({ line, column });
  });

  it('is that of the nearest known one for a field that is missing', () => {
    const { positionOf } = readFrontMatter(story, false);
    expect(positionOf(['image', 'alt'])).toEqual({ line: 7, column: 1 });
    expect(positionOf(['authors', 9])).toEqual({ line: 3, column: 1 });
    expect(positionOf(['summary'])).toEqual({ line: 2, column: 1 });
  });
});

describe('front matter with a mistake', () => {
  it.each([
    ['a colon in a text', '---\ntitle: One: two\n---\n', 2, 8],
    ['an open quote', '---\ntitle: "One\n---\nText', 3, 1],
    ['a tab for indentation', '---\nimage:\n\tsrc: a\n---\n', 3, 1],
    ['a field that stands twice', '---\ntitle: a\ntitle: b\n---\n', 3, 1],
    ['a list that is not closed', '---\ntitle: a\ntags: [a, b\n---\n', 4, 1],
    ['an @ at the start of a text', '---\ntitle: @home\n---\n', 2, 8],
    ['a text that starts with *', '---\ntitle: *Breaking\n---\n', 2, 8],
    ['a reference to an anchor', '---\na: &x [b]\nc: *x\n---\n', 3, 4],
    ['a text that starts with !, which YAML would cut', '---\ntitle: !Breaking news\n---\n', 2, 8],
  ])('says so where it stands: %s', (_, text, line, column) => {
    const { mistakes, data } = readFrontMatter(text, false);
    expect(mistakes[0]).toMatchObject({ line, column });
    expect(mistakes[0]?.message).toContain('Put quotes around');
    expect(data).toEqual({});
  });

  it.each([
    ['a list', '---\n- a\n---\n'],
    ['a text', '---\nwords\n---\n'],
    ['nothing', '---\n---\nText'],
  ])('is none: it holds %s', (_, text) => {
    expect(readFrontMatter(text, false).mistakes).toEqual([
      { line: 2, column: 1, message: expect.stringContaining('There are no fields here.') },
    ]);
  });

  it.each([
    ['no fence', 'Text.'],
    ['a line before it', '\n---\ntitle: a\n---\n'],
    ['no second fence', '---\ntitle: a\n\nText.'],
    ['a fence with more dashes', '----\ntitle: a\n----\n'],
  ])('is missing: %s', (_, text) => {
    expect(readFrontMatter(text, false).mistakes).toEqual([
      { line: 1, column: 1, message: expect.stringContaining('The file has no front matter.') },
    ]);
  });
});
