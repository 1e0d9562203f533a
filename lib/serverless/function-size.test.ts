import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesBelow } from '../files-below';
import { sizeProblem, storiesThatFit, unpackedLimit, unpackedSize, zippedSize } from './function-size';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'slugline-size-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('counts files as they are, and compressed where that makes them smaller', () => {
  mkdirSync(path.join(folder, 'in'));
  writeFileSync(path.join(folder, 'in', 'even'), Buffer.alloc(100_000));
  writeFileSync(path.join(folder, 'noise'), randomBytes(50_000));
  const files = filesBelow(folder);
  expect([...files.keys()].sort()).toEqual(['in/even', 'noise']);
  expect(unpackedSize(files)).toBe(150_000);
  const zipped = zippedSize(files);
  expect(zipped).toBeGreaterThan(50_000);
  expect(zipped).toBeLessThan(51_000);
});

it('takes a function that is exactly as large as the limit, and no larger', () => {
  expect(sizeProblem('default', unpackedLimit, 0)).toBeUndefined();
  expect(sizeProblem('default', unpackedLimit + 1, 0)).toContain('outputFileTracingIncludes');
});

it('advises Postgres where the edition is what is too large', () => {
  expect(sizeProblem('default', 300e6, 200e6)).toContain('EDITION_URL=postgres://');
});

it('leaves for stories what the rest of the function does not take', () => {
  expect(storiesThatFit(62_144_000 + 5, 5)).toBe(Math.floor(200_000_000 / 20_300));
  expect(storiesThatFit(unpackedLimit + 100, 50)).toBe(0);
});
