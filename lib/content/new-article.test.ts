import { describe, expect, it } from 'vitest';
import { isSlug } from '../urls';
import { readFrontMatter } from './front-matter';
import { newArticle, type Newsroom } from './new-article';

const now = new Date('2025-10-31T20:15:00Z');

function makeNewsroom(changes: Partial<Newsroom> = {}): Newsroom {
  return { timeZone: 'Asia/Seoul', authors: ['korea-desk', 'japan-desk'], categories: ['world', 'economy'], ...changes };
}

function fileOf(headline: string): string {
  return newArticle(headline, makeNewsroom(), now).fileFor(1);
}

function fieldsOf(headline: string, newsroom = makeNewsroom()): Record<string, unknown> {
  const { data, mistakes } = readFrontMatter(newArticle(headline, newsroom, now).text, false);
  expect(mistakes).toEqual([]);
  return data;
}

describe('the file of a new article', () => {
  it('lies in the month of the site, which may be ahead of UTC', () => {
    expect(fileOf('Talks resume')).toBe('articles/2025/11/talks-resume.mdx');
  });

  it('has accents, ligatures, apostrophes and punctuation written in ASCII', () => {
    expect(fileOf('São Paulo’s “Œuvre”: Łódź & Straße — 50 % more')).toBe(
      'articles/2025/11/sao-paulos-oeuvre-lodz-strasse-50-more.mdx',
    );
  });

  it('writes full-width letters as plain ones', () => {
    expect(fileOf('ＡＰＥＣ 2025')).toBe('articles/2025/11/apec-2025.mdx');
  });

  it.each(['北朝鮮の2025年', 'Выборы', '한국 선거'])('is named after the day when no letter is Latin: %s', (headline) => {
    expect(fileOf(headline)).toBe('articles/2025/11/story-2025-11-01.mdx');
  });

  it('is numbered when the name is taken', () => {
    const { fileFor } = newArticle('Talks resume', makeNewsroom(), now);
    expect(fileFor(2)).toBe('articles/2025/11/talks-resume-2.mdx');
  });

  it.each(['word '.repeat(60), 'x'.repeat(300)])('has a slug of a lawful length, numbered or not', (headline) => {
    const { fileFor } = newArticle(headline, makeNewsroom(), now);
    for (const copy of [1, 2, 10]) {
      expect(isSlug(fileFor(copy).replace(/^.*\/|\.mdx$/g, ''))).toBe(true);
    }
  });
});

describe('the front matter of a new article', () => {
  it('is a draft of now in the time zone of the site, with a byline and a category that exist', () => {
    expect(fieldsOf('Talks resume')).toMatchObject({
      title: 'Talks resume',
      publishedAt: '2025-11-01T05:15:00+09:00',
      authors: ['korea-desk'],
      category: 'world',
      status: 'draft',
    });
  });

  it.each(['Talks: the "second" round', "'Quoted' # not a comment", '- no list', '2025: a year', 'x'.repeat(300), 'no'])(
    'keeps the headline as it was typed: %s',
    (headline) => {
      expect(fieldsOf(headline).title).toBe(headline);
    },
  );

  it('has the headline on one line', () => {
    expect(fieldsOf(' Talks\n\tresume\u0007 ').title).toBe('Talks resume');
  });

  it('names the other choices, but not hundreds', () => {
    const authors = Array.from({ length: 40 }, (_, index) => `author-${index}`);
    const { text } = newArticle('Talks resume', makeNewsroom({ authors }), now);
    expect(text).toContain('category: world # one of world, economy\n');
    expect(text).toContain('author-11 and 28 more\n');
  });
});

describe('a headline that no story can have', () => {
  it.each(['', '  \n'])('is refused when it is empty', (headline) => {
    expect(() => newArticle(headline, makeNewsroom(), now)).toThrow('A story needs a headline.');
  });

  it.each(['2025', '!?', '—'])('is refused when it has no letters: %s', (headline) => {
    expect(() => newArticle(headline, makeNewsroom(), now)).toThrow(`The headline “${headline}” has no letters.`);
  });
});

describe('a paper that cannot have stories yet', () => {
  it('is told to write an author or a category first', () => {
    expect(() => newArticle('Talks', makeNewsroom({ authors: [] }), now)).toThrow('content/authors/<slug>.mdx first');
    expect(() => newArticle('Talks', makeNewsroom({ categories: [] }), now)).toThrow('content/categories/<slug>.yaml');
  });
});
