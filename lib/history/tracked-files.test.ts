import { expect, it } from 'vitest';
import type { FileChange } from '../git/file-changes';
import { TrackedFiles } from './tracked-files';

/** Changes as the log tells them, newest first. */
function track(...changes: (Partial<FileChange> & { path: string })[]): TrackedFiles {
  const tracked = new TrackedFiles();
  changes.forEach((change, index) => {
    const commit = `c${changes.length - index}`;
    const after = change.kind === 'deleted' ? undefined : commit;
    tracked.note({ commit, committedAt: 0, renamedFrom: undefined, kind: 'edited', before: 'b', after, ...change });
  });
  return tracked;
}

function commits(tracked: TrackedFiles): Record<string, string[]> {
  return Object.fromEntries([...tracked.versions].map(([file, all]) => [file, all.map(({ commit }) => commit)]));
}

it('gives a file what it was under its older names', () => {
  const tracked = track(
    { path: 'c' },
    { path: 'c', renamedFrom: 'b' },
    { path: 'b', renamedFrom: 'a' },
    { path: 'a', kind: 'added' },
  );
  expect(commits(tracked)).toEqual({ c: ['c4', 'c3', 'c2', 'c1'] });
});

it('tells files apart that had the same name one after the other', () => {
  const tracked = track(
    { path: 'a' },
    { path: 'a', kind: 'added' },
    { path: 'b', renamedFrom: 'a' },
    { path: 'a', kind: 'added' },
  );
  expect(commits(tracked)).toEqual({ a: ['c4', 'c3'], b: ['c2', 'c1'] });
});

it('forgets what was deleted, also when a file comes to its path again', () => {
  const tracked = track({ path: 'a', kind: 'added' }, { path: 'a', kind: 'deleted' }, { path: 'a', kind: 'added' });
  expect(commits(tracked)).toEqual({ a: ['c3'] });
  expect(commits(track({ path: 'a', kind: 'deleted' }, { path: 'a' }))).toEqual({});
});

it('says which file of today a path of the past became', () => {
  const tracked = track({ path: 'b', renamedFrom: 'a' }, { path: 'c' }, { path: 'd', kind: 'deleted' });
  expect([...tracked.origins()]).toEqual([
    ['b', undefined],
    ['a', 'b'],
    ['c', 'c'],
    ['d', undefined],
  ]);
});

it('takes a file that was only moved for unchanged', () => {
  expect(commits(track({ path: 'b', renamedFrom: 'a', before: 'x', after: 'x' }))).toEqual({});
});
