import { describe, expect, it } from 'vitest';
import { checkFields } from './check-fields';
import { fieldsOf } from './field-definitions';

function makeFields(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: 'A headline',
    summary: 'What it adds.',
    publishedAt: '2025-10-25T09:30:00+09:00',
    authors: ['caleb-wilson'],
    category: 'world',
    ...changes,
  };
}

/** The mistakes of an article as path: message. */
function mistakesWith(changes: Record<string, unknown>): string[] {
  const fields = fieldsOf('Article');
  return checkFields(makeFields(changes), fields).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the fields of an article', () => {
  it('are right with the required ones alone, and with all of them', () => {
    expect(mistakesWith({})).toEqual([]);
    expect(
      mistakesWith({
        updatedAt: '2025-10-26T09:30:00+09:00',
        tags: ['one', 'two'],
        kind: 'analysis',
        dateline: 'SEOUL',
        image: { src: '/images/a.webp', alt: 'A map', credit: 'UN', caption: 'A map of it' },
        source: { name: 'UN', url: 'https://un.org/' },
        corrections: [{ date: '2025-10-26T09:30:00+09:00', text: 'It was five.' }],
        status: 'draft',
        lead: 1.5,
        redirectFrom: ['/old'],
      }),
    ).toEqual([]);
  });

  it.each(['title', 'summary', 'publishedAt', 'authors', 'category'])(
    'are asked for with what they mean: %s',
    (name) => {
      const [mistake, ...others] = mistakesWith({ [name]: undefined });
      expect(others).toEqual([]);
      expect(mistake).toMatch(new RegExp(`^${name}: The field “${name}” is missing\\. Write “${name}: …”: .{10,}`));
    },
  );

  it('may not be empty', () => {
    expect(mistakesWith({ title: '' })).toEqual([expect.stringContaining('title: The field “title” is empty. Write')]);
    expect(mistakesWith({ title: null })).toEqual([
      expect.stringContaining('title: The field “title” is empty. Write'),
    ]);
    expect(mistakesWith({ dateline: '' })).toEqual([
      'dateline: The field “dateline” is empty. Fill it in, or remove it.',
    ]);
    expect(mistakesWith({ authors: [] })).toEqual([expect.stringContaining('authors: “authors” is an empty list.')]);
  });

  it('that there are not are refused, with the one that was meant', () => {
    expect(mistakesWith({ Tags: ['a'] })).toEqual(['Tags: There is no field “Tags”. Write “tags”.']);
    expect(mistakesWith({ byline: 'me' })).toEqual([
      expect.stringContaining('byline: There is no field “byline”. The fields are title, summary,'),
    ]);
  });

  it('that every object has are refused as well', () => {
    expect(mistakesWith({ constructor: 'a', toString: 'b' })).toHaveLength(2);
  });

  it.each([
    ['title', 5, '“title” must be text, not “5”. Put quotes around it.'],
    ['title', true, '“title” must be text, not “true”. Put quotes around it.'],
    ['title', ['a'], '“title” must be text, not a list.'],
    ['title', { a: 1 }, '“title” must be text, not a group of fields.'],
    ['lead', '1', '“lead” must be a number'],
    ['lead', Number.NaN, '“lead” must be a number'],
    ['kind', 'News', '“kind” is “News”. Choose one of news, analysis,'],
    ['status', 'published', '“status” is “published”. Choose one of draft, withdrawn.'],
    ['authors', 'caleb-wilson', '“authors” must be a list: write “authors: [one, two]”.'],
    ['image', '/images/a.webp', '“image” must have fields of its own'],
    ['category', 'South Korea', '“South Korea” is not a slug'],
  ])('have the type of the schema: %s', (name, value, expected) => {
    const mistakes = mistakesWith({ [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(`${name}: ${expected}`);
  });

  it('are checked item by item in lists', () => {
    expect(mistakesWith({ tags: ['one', 2, 'Three', 'one', null] })).toEqual([
      'tags.1: Each of “tags” must be text, not “2”. Put quotes around it.',
      expect.stringContaining('tags.2: “Three” is not a slug.'),
      'tags.3: “one” stands twice in “tags”. Remove one.',
      expect.stringContaining('tags.4: Each of “tags” must be text'),
    ]);
  });

  it('are checked within groups and lists of groups', () => {
    const mistakes = mistakesWith({
      image: { src: 'a.webp', alt: 'A map', by: 'UN' },
      corrections: ['It was five.', { date: '2025-10-26' }],
    });
    expect(mistakes.map((mistake) => mistake.split(': ')[0])).toEqual([
      'image.by',
      'image.src',
      'image.credit',
      'corrections.0',
      'corrections.1.date',
      'corrections.1.text',
    ]);
  });

  it('are all reported in one run', () => {
    expect(mistakesWith({ title: 5, summary: undefined, publishedAt: 'soon', byline: 'me', tags: 'a' })).toHaveLength(
      5,
    );
  });
});

describe('the fields of other documents', () => {
  it('are held against their own schema', () => {
    const author = checkFields(
      { name: 'Caleb', links: [{ label: 'Web', url: 'javascript:alert(1)' }] },
      fieldsOf('Author'),
    );
    expect(author).toEqual([{ path: ['links', 0, 'url'], message: expect.stringContaining('is not an address') }]);
    const site = checkFields(
      { name: 'Paper', description: 'd', locale: 'en', timeZone: 'Mars', publisher: { name: 'P' }, ads: 'no' },
      fieldsOf('Site'),
    );
    expect(site.map(({ path }) => path.join('.'))).toEqual(['timeZone', 'publisher.contactEmail', 'ads']);
  });
});
