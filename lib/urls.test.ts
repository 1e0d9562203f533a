import { describe, expect, it } from 'vitest';
import { archivePath, articlePath, isSlug, maxSlugLength, numberedPath, pagePath, parsePageNumber } from './urls';

describe('addresses', () => {
  it('of stories are made of the day and the slug', () => {
    expect(articlePath('2025-10-25', 'a-story')).toBe('/2025/10/25/a-story');
  });

  it('of archives follow year, month and day', () => {
    expect(['2025', '2025-10', '2025-10-25'].map(archivePath)).toEqual(['/2025', '/2025/10', '/2025/10/25']);
  });

  it('of pages about the paper lie below /about, which is one itself', () => {
    expect(pagePath('about')).toBe('/about');
    expect(pagePath('corrections-policy')).toBe('/about/corrections-policy');
  });
});

describe('a slug', () => {
  it.each(['a', 'south-korea', '2025', 'g20-summit', 'a'.repeat(maxSlugLength)])('may be %s', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each([
    '',
    '-',
    'a-',
    '-a',
    'a--b',
    'South',
    'a_b',
    'a b',
    'a/b',
    'é',
    '한국',
    'a.b',
    'a\n',
    'a'.repeat(maxSlugLength + 1),
  ])('may not be %j', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});

describe('the pages of a list', () => {
  it('have the list itself for the first', () => {
    expect(numberedPath('/category/world', 1)).toBe('/category/world');
    expect(numberedPath('/category/world', 2)).toBe('/category/world/page/2');
    expect([numberedPath('/', 1), numberedPath('/', 3)]).toEqual(['/', '/page/3']);
  });

  it('have each one address: what numberedPath writes, parsePageNumber reads', () => {
    for (const page of [2, 9, 10, 11, 99, 100, 99_999]) {
      expect(parsePageNumber(numberedPath('/', page).replace('/page/', ''))).toBe(page);
    }
  });

  it.each(['', '0', '1', '01', '02', '-2', '2.0', '2.5', '1e3', '٢', ' 2', '2 ', '9999999', 'two', '0x2'])(
    'are not numbered %j',
    (text) => {
      expect(parsePageNumber(text)).toBeUndefined();
    },
  );
});
