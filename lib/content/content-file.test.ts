import { describe, expect, it } from 'vitest';
import { checkSaving, hashOf, kindOf, maxFileSize } from './content-file';

function saved(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('the kind of a file', () => {
  it.each([
    ['articles/2025/10/a-story.mdx', 'Article', 'a-story'],
    ['authors/caleb-wilson.mdx', 'Author', 'caleb-wilson'],
    ['categories/world.yaml', 'Category', 'world'],
    ['pages/about.mdx', 'Page', 'about'],
    ['site.yaml', 'Site', 'site'],
  ])('follows from its folder: %s', (path, kind, slug) => {
    expect(kindOf(path)).toEqual({ kind, slug });
  });

  it.each([
    'a.mdx',
    'articles/a.md',
    'articles/a.mdx.bak',
    'categories/world.mdx',
    'authors/a.yaml',
    'drafts/a.mdx',
    'sub/site.yaml',
    'constructor/a.mdx',
  ])('is none elsewhere: %s', (path) => {
    expect(kindOf(path)).toBeUndefined();
  });
});

describe('a file as it was saved', () => {
  it('is well in UTF-8 with LF', () => {
    expect(checkSaving(saved('---\ntitle: 한국 😀\n---\n\nText.\n'))).toBeUndefined();
  });

  it('may have the size of a long story, and no more', () => {
    expect(checkSaving(new Uint8Array(maxFileSize).fill(97))).toBeUndefined();
    expect(checkSaving(new Uint8Array(5_000_000).fill(97))).toMatchObject({
      line: 1,
      column: 1,
      message: expect.stringContaining('5.0 MB'),
    });
  });

  it('may not be empty', () => {
    expect(checkSaving(saved(''))).toMatchObject({
      line: 1,
      column: 1,
      message: expect.stringContaining('The file is empty.'),
    });
  });

  it('may not begin with a byte order mark', () => {
    expect(checkSaving(saved('\ufeff---\n'))).toMatchObject({
      line: 1,
      column: 1,
      message: expect.stringContaining('byte order mark'),
    });
  });

  it.each([
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9]],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
    ['a cut character', [0x61, 0xed, 0x95]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
  ])('must be UTF-8: %s', (_, bytes) => {
    expect(checkSaving(Uint8Array.from(bytes))).toMatchObject({
      line: 1,
      column: 1,
      message: expect.stringContaining('not UTF-8'),
    });
  });

  it('shows the first line that ends with CRLF', () => {
    expect(checkSaving(saved('one\ntwo\r\nthree\r\n'))).toMatchObject({
      line: 2,
      column: 4,
      message: expect.stringContaining('CRLF'),
    });
  });

  it('shows a character that is no text', () => {
    expect(checkSaving(saved('one\ntw\0o'))).toMatchObject({
      line: 2,
      column: 3,
      message: expect.stringContaining('NUL'),
    });
    expect(checkSaving(saved('one\n\x0btwo'))).toMatchObject({
      line: 2,
      column: 1,
      message: expect.stringContaining('U+000B'),
    });
    expect(checkSaving(saved('one\ttwo'))).toBeUndefined();
  });
});

describe('the hash of a file', () => {
  it('is that of its bytes', () => {
    expect(hashOf('a')).toBe(hashOf(saved('a')));
    expect(hashOf('a')).not.toBe(hashOf('a\n'));
  });
});
