import { describe, expect, it } from 'vitest';
import { isSlug } from '../urls';
import { readFrontMatter } from './front-matter';
import { authorNamed, newArticle, type NewArticleFields, type Newsroom } from './new-article';

const now = new Date('2025-10-31T20:15:00Z');

const korea = { slug: 'korea-desk', name: 'Korea Desk' };
const japan = { slug: 'japan-desk', name: 'Japan Desk' };

function makeNewsroom(changes: Partial<Newsroom> = {}): Newsroom {
  return { timeZone: 'Asia/Seoul', authors: [korea, japan], categories: ['world', 'economy'], ...changes };
}

function fileOf(headline: string): string {
  return newArticle({ headline }, makeNewsroom(), now).fileFor(1);
}

function fieldsOf(headline: string, newsroom = makeNewsroom()): Record<string, unknown> {
  const { data, mistakes } = readFrontMatter(newArticle({ headline }, newsroom, now).text, false);
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

  it.each(['北朝鮮の2025年', 'Выборы', '한국 선거'])(
    'is named after the day when no letter is Latin: %s',
    (headline) => {
      expect(fileOf(headline)).toBe('articles/2025/11/story-2025-11-01.mdx');
    },
  );

  it('is numbered when the name is taken', () => {
    const { fileFor } = newArticle({ headline: 'Talks resume' }, makeNewsroom(), now);
    expect(fileFor(2)).toBe('articles/2025/11/talks-resume-2.mdx');
  });

  it.each(['word '.repeat(60), 'x'.repeat(300)])('has a slug of a lawful length, numbered or not', (headline) => {
    const { fileFor } = newArticle({ headline }, makeNewsroom(), now);
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

  it.each([
    'Talks: the "second" round',
    "'Quoted' # not a comment",
    '- no list',
    '2025: a year',
    'x'.repeat(300),
    'no',
  ])('keeps the headline as it was typed: %s', (headline) => {
    expect(fieldsOf(headline).title).toBe(headline);
  });

  it('has the headline on one line', () => {
    expect(fieldsOf(' Talks\n\tresume\u0007 ').title).toBe('Talks resume');
  });

  it('names the other choices, but not hundreds', () => {
    const authors = Array.from({ length: 40 }, (_, index) => ({ slug: `author-${index}`, name: 'A' }));
    const { text } = newArticle({ headline: 'Talks resume' }, makeNewsroom({ authors }), now);
    expect(text).toContain('category: world # one of world, economy\n');
    expect(text).toContain('author-11 and 28 more\n');
  });
});

describe('what is given', () => {
  const given: NewArticleFields = {
    headline: 'Talks resume',
    summary: 'Both sides: at one table.',
    authors: ['japan-desk', 'korea-desk'],
    category: 'economy',
    tags: ['talks'],
    kind: 'analysis',
    dateline: 'Tokyo',
    publishedAt: new Date('2025-12-31T20:00:00Z'),
    slug: 'at-one-table',
  };

  it('goes into the front matter, and the day into the address', () => {
    const { fileFor, text } = newArticle(given, makeNewsroom(), now);
    expect(fileFor(1)).toBe('articles/2026/01/at-one-table.mdx');
    expect(readFrontMatter(text, false).data).toEqual({
      title: 'Talks resume',
      summary: 'Both sides: at one table.',
      publishedAt: '2026-01-01T05:00:00+09:00',
      authors: ['japan-desk', 'korea-desk'],
      category: 'economy',
      tags: ['talks'],
      kind: 'analysis',
      dateline: 'Tokyo',
      status: 'draft',
    });
  });

  it.each([
    [{ authors: ['nobody'] }, 'There is no author “nobody”. Choose one of korea-desk, japan-desk.'],
    [{ category: 'sport' }, 'There is no category “sport”. Choose one of world, economy.'],
    [{ slug: 'Not One' }, '“Not One” is not a slug.'],
    [{ tags: ['Not One'] }, '“Not One” is not a slug.'],
  ])('is refused where the paper does not have it: %o', (changes, sentence) => {
    expect(() => newArticle({ ...given, ...changes }, makeNewsroom(), now)).toThrow(sentence);
  });
});

describe('the author of a new article', () => {
  it.each(['Korea Desk', 'korea desk', 'Koréa  Desk', 'korea-desk'])(
    'is found by the name that git knows: %s',
    (person) => {
      expect(authorNamed(person, makeNewsroom())).toBe('korea-desk');
    },
  );

  it('is nobody where no author has that name', () => {
    expect(authorNamed('Somebody Else', makeNewsroom())).toBeUndefined();
    expect(authorNamed('…', makeNewsroom({ authors: [korea, { slug: 'mina', name: '박미나' }] }))).toBeUndefined();
    expect(authorNamed('박미나', makeNewsroom({ authors: [korea, { slug: 'mina', name: '박미나' }] }))).toBe('mina');
  });
});

describe('a headline that no story can have', () => {
  it.each(['', '  \n'])('is refused when it is empty', (headline) => {
    expect(() => newArticle({ headline }, makeNewsroom(), now)).toThrow('A story needs a headline.');
  });

  it.each(['2025', '!?', '—'])('is refused when it has no letters: %s', (headline) => {
    expect(() => newArticle({ headline }, makeNewsroom(), now)).toThrow(`The headline “${headline}” has no letters.`);
  });
});

describe('a paper that cannot have stories yet', () => {
  it('is told to write an author or a category first', () => {
    expect(() => newArticle({ headline: 'Talks' }, makeNewsroom({ authors: [] }), now)).toThrow(
      'content/authors/<slug>.mdx first',
    );
    expect(() => newArticle({ headline: 'Talks' }, makeNewsroom({ categories: [] }), now)).toThrow(
      'content/categories/<slug>.yaml',
    );
  });
});
