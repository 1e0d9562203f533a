import { lstatSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fileStamp } from './file-stamp';

const folder = mkdtempSync(path.join(tmpdir(), 'slugline-'));
const file = path.join(folder, 'story.mdx');

afterAll(() => rmSync(folder, { recursive: true }));

it('is the same for a file that nobody touched, and another for one of the same size and time that was written', () => {
  writeFileSync(file, 'One.');
  const first = stampIn(60);
  expect(first).not.toBeNull();
  expect(stampIn(60)).toBe(first);
  const { atime, mtime } = lstatSync(file);
  writeFileSync(file, 'Two.');
  utimesSync(file, atime, mtime);
  expect(stampIn(60)).not.toBe(first);
});

it('is none for a file that changed within the two seconds before, which may change again unseen', () => {
  writeFileSync(file, 'One.');
  expect(stampIn(1)).toBeNull();
  utimesSync(file, 0, 0);
  expect(stampIn(1), 'with an old time given to it').toBeNull();
});

/** The stamp of the file as it is found some seconds after now. */
function stampIn(seconds: number): string | null {
  return fileStamp(lstatSync(file, { bigint: true }), Date.now() + seconds * 1000);
}
