import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../content/problem';
import { makeStory } from '../edition/newsroom.fixture';
import { openDesk, storyFile, type SmallDesk } from './desk.fixture';

let found: Problem[];
let small: SmallDesk;
let opened: Record<string, string>;

beforeEach(async () => {
  found = [];
  small = openDesk(() => found);
  opened = { [storyFile]: await small.versionOf(storyFile) };
});

afterEach(() => small.destroy());

const changed = makeStory({ title: 'Another headline' });

function save(file: string, text: string) {
  return small.desk.save({ additions: [{ path: file, text }], deletions: [], opened });
}

describe('the desk lists', () => {
  it('the files of the paper and their folders, and nothing that is hidden', async () => {
    small.write('.import/ledger.json', '{}');
    small.write('images/boat.webp', '');
    const paths = (await small.desk.entries()).map(({ path: name }) => name);
    expect(paths).toEqual(['articles', 'articles/2025', 'articles/2025/10', storyFile, 'site.yaml']);
  });
});

describe('the desk opens', () => {
  it('a file with its moments as the texts that they are', async () => {
    const text = await small.desk.open(storyFile, opened[storyFile] ?? '');
    expect(text).toContain('"publishedAt": "2025-10-25T09:30:00+09:00"\n');
    expect(text).toMatch(/---\n\nThe sea is calm today\.\n$/);
  });

  it('no version that is gone', async () => {
    expect(await small.desk.open(storyFile, 'another')).toBeUndefined();
    expect(await small.desk.open('pages/none.mdx', 'any')).toBeUndefined();
  });

  it('no file that it would damage, and says why', async () => {
    small.write(storyFile, '---\ntitle: a: b\n---\n');
    await expect(small.desk.open(storyFile, await small.versionOf(storyFile))).rejects.toThrow('not valid YAML');
    small.write(storyFile, makeStory().replaceAll('\n', '\r\n'));
    await expect(small.desk.open(storyFile, await small.versionOf(storyFile))).rejects.toThrow('CRLF');
  });
});

describe('the desk saves', () => {
  it('what passes the check', async () => {
    const entries = await save(storyFile, changed);
    expect(small.read(storyFile)).toBe(changed);
    expect(entries.find(({ path: name }) => name === storyFile)?.sha).not.toBe(opened[storyFile]);
  });

  it('nothing that the checker refuses, with its sentences', async () => {
    const saved = save(storyFile, makeStory({ publishedAt: '2025-12-25T09:30:00+09:00' }));
    await expect(saved).rejects.toThrow(
      'Not saved. The story is of 2025-12-25 in Asia/Seoul, so it belongs in articles/2025/12/.',
    );
    await expect(save(storyFile, makeStory({}, '<Quote>\n\nHi.\n\n</Quote>'))).rejects.toThrow(
      '<Quote> is not a component',
    );
    expect(small.read(storyFile)).toBe(makeStory());
  });

  it('nothing by which another file would become wrong', async () => {
    const problem = { file: 'content/pages/about.mdx', line: 3, column: 1, message: 'There is nothing at /x.' };
    let checks = 0;
    const strict = openDesk(() => (++checks > 1 ? [problem] : []));
    try {
      const saved = strict.desk.save({
        additions: [{ path: 'pages/new.mdx', text: '---\ntitle: A\n---\n' }],
        deletions: [],
        opened: {},
      });
      await expect(saved).rejects.toThrow('Not saved. In content/pages/about.mdx: There is nothing at /x.');
      expect(() => strict.read('pages/new.mdx')).toThrow('ENOENT');
    } finally {
      strict.destroy();
    }
  });

  it('beside the mistakes of others', async () => {
    found = [{ file: 'content/pages/about.mdx', line: 3, column: 1, message: 'There is nothing at /x.' }];
    await save(storyFile, changed);
    expect(small.read(storyFile)).toBe(changed);
  });

  it('nothing over what somebody else wrote', async () => {
    small.write(storyFile, makeStory({ title: 'From git' }));
    await expect(save(storyFile, changed)).rejects.toThrow('Somebody else changed articles/2025/10/talks.mdx');
    expect(small.read(storyFile)).toContain('title: From git');
    opened = {};
    await expect(save(storyFile, changed)).rejects.toThrow('There is a file articles/2025/10/talks.mdx already.');
  });

  it('one after the other', async () => {
    const results = await Promise.allSettled([
      save(storyFile, changed),
      save(storyFile, makeStory({ title: 'Third' })),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(small.read(storyFile)).toBe(changed);
  });

  it('a removal, and a move', async () => {
    const moved = 'articles/2025/10/talks-resume.mdx';
    await small.desk.save({ additions: [{ path: moved, text: changed }], deletions: [{ path: storyFile }], opened });
    expect(small.read(moved)).toBe(changed);
    expect(() => small.read(storyFile)).toThrow('ENOENT');
  });
});

describe('the desk never leaves the newsroom’s folder', () => {
  it.each([
    '../outside.mdx',
    'articles/../../outside.mdx',
    '/etc/outside.mdx',
    'pages/..\\outside.mdx',
    'pages/.hidden.mdx',
    'package.json',
  ])('by the path %s', async (file) => {
    await expect(save(file, changed)).rejects.toThrow('The desk writes no file');
    await expect(small.desk.open(file, 'any')).rejects.toThrow('The desk writes no file');
    await expect(small.desk.save({ additions: [], deletions: [{ path: file }], opened })).rejects.toThrow(
      'The desk writes no file',
    );
  });

  it('by a symbolic link', async () => {
    symlinkSync('/tmp', path.join(small.contentDir, 'pages'));
    await expect(save('pages/about.mdx', '---\ntitle: A\n---\n')).rejects.toThrow('pages is a symbolic link');
    symlinkSync(path.join(small.contentDir, 'site.yaml'), path.join(small.contentDir, 'articles/2025/10/link.mdx'));
    await expect(save('articles/2025/10/link.mdx', changed)).rejects.toThrow('is a symbolic link');
  });
});
