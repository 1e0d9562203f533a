import { expect, it } from 'vitest';
import { readFrontMatter } from '../content/front-matter';
import { editHeadline } from './edit-headline';

const storyWith = (titleLine: string) => `---\n${titleLine}\nsummary: "title: of another"\n---\n\nThe text.\n`;

it.each([
  ['title: A headline', 'A headline marked'],
  ['title: "A headline: and more"', 'A headline: and more marked'],
  ["title: 'It''s a headline'", "It's a headline marked"],
  ['title: A price of $& and $1', 'A price of $& and $1 marked'],
])('marks the headline in %s', (titleLine, title) => {
  const edited = editHeadline(storyWith(titleLine), 'marked');
  expect(readFrontMatter(edited, false).data.title).toBe(title);
});

it('leaves all other lines as they are', () => {
  expect(editHeadline(storyWith('title: A headline'), 'marked')).toBe(storyWith('title: A headline marked'));
});

it('refuses a story without a headline', () => {
  expect(() => editHeadline('---\nsummary: None\n---\n', 'marked')).toThrow('no line “title: …”');
});
