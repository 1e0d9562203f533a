import { expect, it } from 'vitest';
import { readFrontMatter } from '../../content/front-matter';
import { corpusStories } from '../corpus';
import { generatorStory } from './generator-story';

const story = `---
title: "A headline: and more"
summary: What it is about.
publishedAt: 2026-10-19T23:46:00-02:00
authors:
  - author-5
category: world
image:
  src: /images/picture-16.webp
---

The text, with **bold**.
`;

it('names the fields as Hugo does, and keeps the body', () => {
  const { data, body } = readFrontMatter(generatorStory(story, 'a-headline-1').text, false);
  expect(data).toEqual({
    title: 'A headline: and more',
    description: 'What it is about.',
    date: '2026-10-19T23:46:00-02:00',
    url: '/2026/10/20/a-headline-1/',
    author: ['author-5'],
    category: 'world',
    tag: [],
    image: { src: '/images/picture-16.webp' },
  });
  expect(body).toBe('\nThe text, with **bold**.\n');
});

it('gives a story the address that we give it', () => {
  for (const { text, path, file } of corpusStories(20, 1)) {
    expect(generatorStory(text, file.replace(/^.*\/|\.mdx$/g, '')).url).toBe(`${path}/`);
  }
});

it('refuses what is no story', () => {
  expect(() => generatorStory('Only text.', 'a')).toThrow('a: The file has no front matter');
  expect(() => generatorStory('---\ntitle: A\n---\n', 'a')).toThrow('a has no publishedAt');
});
