import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../content/front-matter';
import { mergeFields } from './desk-fields';
import { readForms } from './forms';

const form = readForms().Article;

const yaml = `# seen by the lawyers
title: "Talks: again" # not “resume”
tags: [un,   asean]
authors:
  - mina-park # wrote it
  - caleb-wilson

# until Friday
status: draft # take this line out to publish
image:
  src: /images/talks.webp
  alt: 'A table'
  credit: The paper
lead: 1
`;

/** The YAML after some fields were changed in the editor, which gives every field back, the empty ones too. */
function edited(changes: Record<string, unknown>, before = yaml): string {
  const { data } = readFrontMatter(before, true);
  const empty = { corrections: [], kind: 'news', dateline: '', source: { name: '', url: '' }, lead: null };
  return mergeFields(before, data, { ...empty, ...data, ...changes }, form);
}

describe('fields that are saved', () => {
  it('stay as they are, to the byte, when nobody touched them', () => {
    expect(edited({})).toBe(yaml);
    expect(edited({}, 'kind: news\ntags: []\nredirectFrom:\n')).toBe('kind: news\ntags: []\nredirectFrom:\n');
  });

  it('change alone', () => {
    expect(edited({ title: 'Talks # 3: “go”' })).toBe(yaml.replace('"Talks: again"', '"Talks # 3: “go”"'));
    expect(edited({ tags: ['un'] })).toBe(yaml.replace('[un,   asean]', '[un]'));
    expect(edited({ lead: 2 })).toBe(yaml.replace('lead: 1', 'lead: 2'));
  });

  it('keep the comments between their lines', () => {
    const text = edited({ authors: ['caleb-wilson'] });
    expect(text).toBe(
      yaml.replace('authors:\n  - mina-park # wrote it\n  - caleb-wilson\n', '# wrote it\nauthors: [caleb-wilson]\n'),
    );
  });

  it('go when they are emptied', () => {
    expect(edited({ status: '' })).toBe(yaml.replace(/status.*\n/, ''));
    expect(edited({ lead: null })).toBe(yaml.replace('lead: 1\n', ''));
    expect(edited({ image: { src: '', alt: '', credit: '', caption: '' } })).toBe(
      yaml.replace(/image:\n(  .*\n)+/, ''),
    );
  });

  it('come below the others when they are new', () => {
    const corrections = [{ date: '2026-11-24T09:00:00+09:00', text: 'It was Monday: not Tuesday.' }];
    expect(readFrontMatter(edited({ corrections, dateline: 'Seoul' }), true).data).toMatchObject({
      corrections,
      dateline: 'Seoul',
      title: 'Talks: again',
    });
    expect(edited({ dateline: 'Seoul' })).toBe(`${yaml}dateline: Seoul\n`);
  });

  it('may stand between braces', () => {
    expect(readFrontMatter(edited({ title: 'B' }, '{ title: A, lead: 1 }\n'), true).data).toEqual({
      title: 'B',
      lead: 1,
    });
  });

  it('are written in the order of the contract in a new file', () => {
    const after = {
      category: 'world',
      title: 'A headline',
      publishedAt: '2026-11-24T09:00:00+09:00',
      authors: ['a', 'b'],
    };
    expect(mergeFields('', {}, after, form)).toBe(
      'title: A headline\npublishedAt: 2026-11-24T09:00:00+09:00\nauthors: [a, b]\ncategory: world\n',
    );
  });
});
