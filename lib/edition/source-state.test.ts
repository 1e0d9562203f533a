import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf } from '../content/content-file';
import type { ListedFiles } from './read-content';
import { compareSources, type SourceState } from './source-state';

const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));

beforeAll(() => writeFileSync(path.join(folder, 'a.mdx'), 'What it holds.'));
afterAll(() => rmSync(folder, { recursive: true }));

const held = hashOf(Buffer.from('What it holds.'));

function compare(listed: [string, string | null][], known: [string, { hash: string; stamp: string | null }][]) {
  const state: SourceState = { sources: new Map(known), isOtherFingerprint: false };
  const files: ListedFiles = new Map(listed);
  return compareSources(folder, files, state);
}

it('does not read a file whose stamp is known', async () => {
  // Were it read, its hash would be another.
  const { changed, restamped } = await compare([['a.mdx', 'stamp']], [['a.mdx', { hash: 'other', stamp: 'stamp' }]]);
  expect({ changed, restamped }).toEqual({ changed: [], restamped: [] });
});

it('reads a file that has no stamp, or another', async () => {
  for (const [now, before] of [
    [null, null],
    [null, 'stamp'],
    ['new', 'stamp'],
    ['new', null],
  ]) {
    const known = { hash: 'other', stamp: before ?? null };
    expect((await compare([['a.mdx', now ?? null]], [['a.mdx', known]])).changed).toEqual(['a.mdx']);
  }
});

it('has a file that holds what it held keep its new stamp, and none as long as it is too young', async () => {
  const known = { hash: held, stamp: 'stamp' };
  expect(await compare([['a.mdx', 'new']], [['a.mdx', known]])).toMatchObject({ changed: [], restamped: ['a.mdx'] });
  expect(await compare([['a.mdx', null]], [['a.mdx', known]])).toMatchObject({ changed: [], restamped: [] });
});

it('finds what is new and what is gone, with the hashes of both', async () => {
  const { changed, removed, hashes } = await compare([['a.mdx', null]], [['b.mdx', { hash: 'gone', stamp: null }]]);
  expect({ changed, removed }).toEqual({ changed: ['a.mdx'], removed: ['b.mdx'] });
  expect([...hashes.before, ...hashes.after]).toEqual([
    ['b.mdx', 'gone'],
    ['a.mdx', held],
  ]);
});

it('reads nothing where every row is made anew', async () => {
  const state: SourceState = { sources: new Map(), isOtherFingerprint: true };
  const { changed, hashes } = await compareSources(folder, new Map([['not-there.mdx', 'stamp']]), state);
  expect(changed).toEqual(['not-there.mdx']);
  expect(hashes.after.size).toBe(0);
});
