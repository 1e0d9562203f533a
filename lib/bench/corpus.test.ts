import { expect, it } from 'vitest';
import { checkFile } from '../edition/check-file';
import { compileBody } from '../mdx/compile-body';
import { corpusStories } from './corpus';

const stories = [...corpusStories(400, 1)];

it('is the same for the same size and seed, and another for another seed', () => {
  expect([...corpusStories(400, 1)]).toEqual(stories);
  expect([...corpusStories(400, 2)].map(({ path }) => path)).not.toEqual(stories.map(({ path }) => path));
});

it('is a paper that the checks find nothing wrong with', () => {
  for (const { file, text, path } of stories.slice(-100)) {
    const { problems, frontMatter, path: address } = checkFile(file, Buffer.from(text), file, 'UTC');
    expect([...problems, ...compileBody(frontMatter.body).problems], file).toEqual([]);
    expect(address).toBe(path);
  }
  expect(new Set(stories.map(({ path }) => path)).size).toBe(stories.length);
}, 60_000);

it('is as varied as a paper of fifteen years', () => {
  const words = stories.map(({ text }) => text.split(/\s+/).length).sort((a, b) => a - b);
  expect(words.at(-1)).toBeGreaterThan(4 * (words[0] ?? 0));
  expect(new Set(stories.map(({ publishedAt }) => publishedAt.slice(0, 4))).size).toBeGreaterThanOrEqual(15);
  for (const part of [/^\| --- /m, /^- \*\*/m, /^- [A-Z]/m, /^## /m, /\]\(\/20/, /^image:/m, /^ {2}- tag-/m]) {
    expect(stories.filter(({ text }) => part.test(text)).length, String(part)).toBeGreaterThan(20);
  }
});
