import { expect, it } from 'vitest';
import { addressLines, changeLines, commitLines, siteLine } from './receipt';

const commit = { id: '3f2a91c'.padEnd(40, '0'), committedAt: new Date(0), subject: 'Mend the times', uncommitted: [] };

it('names the edition and its commit, and what is not committed', () => {
  expect(commitLines('40abc06aa03b', commit)).toEqual(['Edition 40abc06aa03b, of commit 3f2a91c “Mend the times”']);
  expect(commitLines('40abc06aa03b', { ...commit, uncommitted: ['a', 'b', 'c', 'd'] }).at(-1)).toBe(
    'with 4 files as not committed: a, b, c and 1 more',
  );
  expect(commitLines('40abc06aa03b', undefined)).toEqual([
    'Edition 40abc06aa03b, of no commit: the content is not in a git repository.',
  ]);
});

it('says what became of each file, and where', () => {
  expect(
    changeLines([
      { kind: 'renamed', file: 'articles/b.mdx', path: '/2025/10/25/b', previousPath: '/2025/10/25/a' },
      { kind: 'drafted', file: 'articles/c.mdx' },
    ]),
  ).toEqual(['  renamed    articles/b.mdx  /2025/10/25/b (was /2025/10/25/a)', '  drafted    articles/c.mdx']);
});

it('cuts long lists, and says how much it left out', () => {
  const paths = Array.from({ length: 100 }, (_, index) => `/${index}`);
  const lines = addressLines({ paths, answers: {}, isEverywhere: true });
  expect(lines[0]).toBe('100 addresses show it:');
  expect(lines).toContain('  and 40 more');
  expect(lines.at(-1)).toMatch(/and every page/);
});

it('speaks of nothing where nothing shows', () => {
  expect(addressLines({ paths: [], answers: {}, isEverywhere: false })).toEqual(['No page shows anything new.']);
});

it('calls a site live only when nothing is missing', () => {
  const sighting = { seen: ['/'], missing: [] };
  const report = { site: 'https://news.example.org', seenAt: 3260, sighting };
  expect(siteLine(report)).toBe('Live at https://news.example.org, 3.3 s from the start: seen at 1 address.');
  expect(siteLine({ ...report, failure: 'It is away.' })).toBe('Not live. It is away.');
});
