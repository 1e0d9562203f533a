import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderOf, readCommit } from './commit';
import { openRepository, type Repository } from './repository.fixture';

let root: string;
let folder: string;
let repository: Repository;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'slugline-git-'));
  folder = path.join(root, 'work', 'content');
  mkdirSync(folder, { recursive: true });
  repository = openRepository(path.join(root, 'work'));
});

afterEach(() => rmSync(root, { recursive: true }));

async function commitAt(moment: string, subject = 'A change') {
  repository.commit(moment, subject);
  const commit = await readCommit(folder);
  if (!commit) throw new Error('There is no commit.');
  return commit;
}

describe('the commit of a content folder', () => {
  it('is known with its subject, its moment, and what in the folder is not committed', async () => {
    writeFileSync(path.join(folder, 'site.yaml'), 'name: A');
    const clean = await commitAt('2025-10-25T00:00:00Z', 'The first');
    expect(clean).toMatchObject({
      subject: 'The first',
      committedAt: new Date('2025-10-25T00:00:00Z'),
      uncommitted: [],
    });
    writeFileSync(path.join(folder, 'site.yaml'), 'name: B');
    writeFileSync(path.join(folder, 'seoul café.mdx'), 'new');
    writeFileSync(path.join(root, 'work', 'README.md'), 'outside of the folder');
    expect((await readCommit(folder))?.uncommitted.toSorted()).toEqual(['seoul café.mdx', 'site.yaml']);
  });

  it('is unknown without a commit and without a repository', async () => {
    expect(await readCommit(folder)).toBeUndefined();
    expect(await readCommit(root)).toBeUndefined();
  });
});

describe('the order of commits', () => {
  it('is that of the branch, whatever their dates', async () => {
    const first = await commitAt('2025-10-25T00:00:00Z');
    const second = await commitAt('2025-10-24T00:00:00Z');
    expect(await orderOf(folder, second, first)).toBe('newer');
    expect(await orderOf(folder, first, second)).toBe('older');
    expect(await orderOf(folder, first, first)).toBe('same');
  });

  it('tells when one does not follow the other', async () => {
    const first = await commitAt('2025-10-25T00:00:00Z');
    repository.git('checkout', '--quiet', '-b', 'other');
    const other = await commitAt('2025-10-27T00:00:00Z');
    repository.git('checkout', '--quiet', 'main');
    const second = await commitAt('2025-10-26T00:00:00Z');
    expect(await orderOf(folder, second, other)).toBe('apart');
    expect(await orderOf(folder, other, first)).toBe('newer');
  });

  it('is that of their dates in a clone too shallow to tell', async () => {
    const first = await commitAt('2025-10-25T00:00:00Z');
    const second = await commitAt('2025-10-26T00:00:00Z');
    const clone = path.join(root, 'clone');
    repository.git('clone', '--quiet', '--depth', '1', pathToFileURL(path.join(root, 'work')).href, clone);
    expect(await orderOf(clone, second, first)).toBe('newer');
    const later = { id: 'f'.repeat(40), committedAt: new Date('2025-10-27T00:00:00Z') };
    expect(await orderOf(clone, second, later)).toBe('older');
  });
});
