import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTables } from '../edition/schema';
import { indexText } from '../edition/search-text';
import { matchExpression, readQuery } from './query';

const database = new Database(':memory:');

beforeAll(() => {
  database.exec(createTables.find((statement) => statement.includes('create virtual table search')) ?? '');
  const insert = database.prepare('insert into search (rowid, title, summary, body) values (?, ?, ?, ?)');
  insert.run(
    1,
    'Rice prices rise in Manila',
    'A staple grows dear',
    'Farmers in Luzón spoke of costs and of the east sea',
  );
  insert.run(2, 'Chips and the sea', 'Trade not war', 'Near the strait, ships and chips AND more');
  insert.run(3, indexText('한국의 선거'), 'Élections à Séoul', 'Voters in South Korea');
  insert.run(4, indexText('日本銀行が金利を据え置いた'), indexText('ＧＤＰは２％増'), indexText('中央銀行の決定'));
  insert.run(5, indexText('إعلان البَنْك المركـــزي'), indexText('أسعار الفائدة'), indexText('في ٢٠٢٥ على مستوى آسيا'));
});

afterAll(() => database.close());

/** The ids of the stories that a query finds; FTS5 throws when it cannot read the expression. */
function find(query: string): unknown[] | undefined {
  const terms = readQuery(query);
  if (terms.length === 0) return undefined;
  const expression = matchExpression(terms);
  return database.prepare('select rowid from search where search match ? order by rowid').pluck().all(expression);
}

describe('a search', () => {
  it('finds stories that hold every word, in any order and place', () => {
    expect(find('manila rice')).toEqual([1]);
    expect(find('rice farmers luzon')).toEqual([1]);
    expect(find('rice chips')).toEqual([]);
  });

  it('takes capitals, accents and endings for the same word', () => {
    expect(find('RICES')).toEqual([1]);
    expect(find('Luzo\u0301n')).toEqual([1]);
    expect(find('elections seoul')).toEqual([3]);
  });

  it('takes the last word for unfinished, the others not', () => {
    expect(find('rice mani')).toEqual([1]);
    expect(find('mani rice')).toEqual([]);
    expect(find('한국')).toEqual([3]);
  });

  it('takes the last word for finished when a space or a mark follows, or when it is shorter than four letters', () => {
    expect(find('mani ')).toEqual([]);
    expect(find('mani?')).toEqual([]);
    expect(find('man')).toEqual([]);
  });

  it('keeps words in quotation marks together', () => {
    expect(find('"east sea"')).toEqual([1]);
    expect(find('“the sea”')).toEqual([2]);
    expect(find('"sea east"')).toEqual([]);
    expect(find('"east sea" costs')).toEqual([1]);
  });

  it('knows the quotation marks of every language', () => {
    for (const [open, close] of ['«»', '»«', '„“', '„”', '「」', '『』', '＂＂']) {
      expect(find(`${open}east sea${close}`), `${open}${close}`).toEqual([1]);
      expect(find(`${open}sea east${close}`), `${open}${close}`).toEqual([]);
    }
  });

  it('finds what is written without spaces from any place in it', () => {
    for (const query of ['日本銀行', '銀行が', '金利', '中央銀行 金利', '「据え置いた」', 'GDP', 'gdpは2']) {
      expect(find(query), query).toEqual([4]);
    }
    expect(find('行銀')).toEqual([]);
    expect(find('선거')).toEqual([3]);
  });

  it('takes forms of an Arabic letter, vowel signs, stretching and digits for the same', () => {
    for (const query of [
      'اعلان',
      'إعلان',
      'البنك المركزي',
      'بِالْبَنْك'.slice(2),
      'الفائده',
      'اسعار',
      'اسيا 2025',
      '٢٠٢٥',
    ]) {
      expect(find(query), query).toEqual([5]);
    }
  });

  it('takes the words of FTS5 for words', () => {
    expect(find('chips AND more')).toEqual([2]);
    expect(find('trade NOT war')).toEqual([2]);
    expect(find('rice OR chips')).toEqual([]);
    expect(find('title:rice')).toEqual([]);
  });

  it.each(['', '   ', '"', '""', '“”', '*', '()', '-', '!?', '\0', '😀', '\ud800'])(
    'for no word looks for nothing: %j',
    (query) => {
      expect(find(query)).toBeUndefined();
    },
  );
});

describe('a hostile query', () => {
  const queries = [
    '"',
    '"a',
    'a"',
    '"a" "b',
    '"a""b"',
    '“a"',
    '*',
    'a*',
    '*a',
    '^a',
    'a ^ b',
    'a + b',
    '-a',
    '(a',
    'a)',
    '((a))',
    '{a b}: c',
    'title: a',
    '- title : a',
    'NEAR(a b, 2)',
    'NEAR(',
    'NEAR',
    'AND',
    'OR',
    'NOT',
    'a AND',
    'OR a',
    'NOT NOT a',
    'a NOT',
    "a'b",
    "'; drop table search; --",
    'a\0b',
    '\\',
    'a\\',
    '%',
    '_',
    '<script>alert(1)</script>',
    '\u0301',
    'a \u0301',
    '\u0301 a',
    '"\u0301"',
    'ः',
    '𑄀',
    '½ a',
    '㊀',
    'ﷺ',
    '\ud800a',
    'a\u202eb',
    '\u0002a\u0003',
    '𞤀',
    'a'.repeat(10_000),
    'a '.repeat(5_000),
    '"'.repeat(999),
    '('.repeat(999),
    `${'a" '.repeat(200)}`,
    `${'x'.repeat(399)}\u{1F600}`,
    `${'x'.repeat(399)}\u{20000}`,
  ];

  it.each(queries.map((query) => [JSON.stringify(query).slice(0, 40), query]))(
    'is one that FTS5 accepts: %s',
    (_, query) => {
      expect(() => find(query)).not.toThrow();
    },
  );

  it('is one that FTS5 accepts, whatever its characters', () => {
    const alphabet = [...'ab "“”*^+-(){}:,\\\'\0\u0301½한\ud83d', ' AND ', ' OR ', ' NOT ', 'NEAR(', '😀'];
    let state = 1;
    const pick = () => {
      state = (state * 48_271) % 2_147_483_647;
      return alphabet[state % alphabet.length] ?? '';
    };
    for (let count = 0; count < 5_000; count += 1) {
      const query = Array.from({ length: 1 + (count % 24) }, pick).join('');
      expect(() => find(query), JSON.stringify(query)).not.toThrow();
    }
  });

  it('looks for twelve words at most', () => {
    expect(readQuery('word '.repeat(100))).toHaveLength(12);
  });
});
