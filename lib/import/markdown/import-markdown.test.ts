import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DocumentCompiler } from '../../edition/compile-documents';
import { ImportFolder } from '../import-folder';
import { makeImportNewsroom, type ImportNewsroom } from '../import-newsroom.fixture';
import { ImportReport } from '../import-report';
import { importMarkdown } from './import-markdown';

const compiler = new DocumentCompiler(process.cwd());
let newsroom: ImportNewsroom;

beforeEach(() => {
  newsroom = makeImportNewsroom(compiler);
});

afterEach(() => newsroom.destroy());
afterAll(() => compiler.stop());

function write(file: string, content: string | Uint8Array): void {
  newsroom.write(file, content);
}

async function importFolder(uploads?: string): Promise<string> {
  const report = new ImportReport();
  const folder = await ImportFolder.open(newsroom.contentDir, 'markdown');
  await importMarkdown({ root: path.join(newsroom.root, 'old'), folder, uploads, timeZone: 'Asia/Seoul', report });
  const text = report.toMarkdown('Imported');
  await folder.close(text);
  return text;
}

function read(file: string): string {
  return readFileSync(path.join(newsroom.contentDir, file), 'utf8');
}

describe('a file of another system becomes a story', () => {
  it('of Hugo, with TOML, aliases and a shortcode', async () => {
    write(
      'old/content/posts/quays/index.md',
      '+++\ntitle = "Ships and quays"\ndescription = "What it adds."\ndate = 2019-05-03T18:30:00+09:00\nlastmod = 2019-05-04T08:00:00+09:00\nauthors = ["Mina Park"]\ncategories = ["Harbour", "World"]\ntags = ["Tug boats"]\naliases = ["/posts/quays/"]\nmood = "glad"\n+++\n\nWords with {{< youtube abc >}} and a note.[^1]\n\n[^1]: The note.\n',
    );
    const report = await importFolder();
    expect(read('articles/2019/05/quays.mdx')).toBe(`---
title: Ships and quays
summary: What it adds.
publishedAt: 2019-05-03T18:30:00+09:00
updatedAt: 2019-05-04T08:00:00+09:00
authors:
  - mina-park
category: harbour
tags:
  - tug-boats
  - world
redirectFrom:
  - /posts/quays
---

Words with \\{\\{\\< youtube abc >}} and a note.[^1]

[^1]: The note.
`);
    expect(report).toContain('“youtube” of another system, left as it stands');
    expect(report).toContain('Its fields mood were left out.');
    expect(await newsroom.problems()).toEqual([]);
  });

  it('of Jekyll, with the day in its name', async () => {
    write(
      'old/_posts/2019-05-03-quays.md',
      '---\nlayout: post\ntitle: Quays\nauthor: Mina Park\n---\n\nThe sea is calm. {% include a.html %}\n',
    );
    const report = await importFolder();
    expect(read('articles/2019/05/quays.mdx')).toContain('publishedAt: 2019-05-03T00:00:00+09:00');
    expect(read('articles/2019/05/quays.mdx')).toContain('category: news');
    expect(report).toContain('“include” of another system');
    expect(await newsroom.problems()).toEqual([]);
  });

  it('of Astro, with its picture beside it', async () => {
    const wide = sharp({ create: { width: 1300, height: 600, channels: 3, background: 'teal' } });
    write('old/src/content/blog/quay.png', await wide.png().toBuffer());
    write(
      'old/src/content/blog/quays.md',
      "---\ntitle: Quays\ndescription: What it adds.\npubDate: 'Jul 08 2022'\nheroImage: ./quay.png\nheroImageAlt: A quay\ndraft: true\n---\n\nText\n\n![The quay](./quay.png)\n",
    );
    await importFolder();
    const story = read('articles/2022/07/quays.mdx');
    expect(story).toContain('publishedAt: 2022-07-08T00:00:00+09:00');
    expect(story).toContain('image:\n  src: /images/src/content/blog/quay.png\n  alt: A quay\n  credit: Archive');
    expect(story).toContain('status: draft');
    expect(story).toContain('<Figure src="/images/src/content/blog/quay.png" alt="The quay" credit="Archive" />');
    expect(await newsroom.problems()).toEqual([]);
  });

  it('of Ghost’s export, with HTML in its text', async () => {
    write(
      'old/quays.md',
      '---\ntitle: Quays\ndate_published: x\npublished_at: 2019-05-03T09:30:00.000Z\nprimary_tag: Harbour\nmeta_title: Is the quay open?\nmeta_description: When ships may come in.\nfeature_image: /content/images/none.png\n---\n\n<figure class="kg-card"><blockquote>So it goes.</blockquote></figure>\n\nText <b>bold</b>\n',
    );
    const report = await importFolder();
    expect(read('articles/2019/05/quays.mdx')).toContain('summary: When ships may come in.\n');
    expect(read('articles/2019/05/quays.mdx')).toContain('search:\n  title: Is the quay open?\n');
    expect(read('articles/2019/05/quays.mdx')).toContain('> So it goes.\n\nText **bold**\n');
    expect(report).toContain(
      'Its lead picture /content/images/none.png was not found. Name its folder with --uploads.',
    );
    expect(await newsroom.problems()).toEqual([]);
  });
});

it('makes a page of a file without a day', async () => {
  write('old/imprint.md', '---\ntitle: Imprint\naliases: [/who-we-are/]\n---\n\nWho we are.\n');
  await importFolder();
  expect(read('pages/imprint.mdx')).toBe('---\ntitle: Imprint\nredirectFrom:\n  - /who-we-are\n---\n\nWho we are.\n');
});

it('names a file whose front matter cannot be read, and goes on', async () => {
  write('old/a.md', '---\ntitle: [\n---\n\nText\n');
  write('old/b.md', '+++\ntitle = \n+++\n\nText\n');
  write('old/c.md', 'Text alone\n');
  write('old/d.md', '---\ntitle: D\ndate: 2019-05-03\n---\n\nText\n');
  const report = await importFolder();
  expect(report).toMatch(/## a\.md\n\n- It was left out: line \d+: This is not valid YAML/);
  expect(report).toMatch(/## b\.md\n\n- It was left out: line \d+: its front matter is not valid TOML/);
  expect(report).toContain('## c.md\n\n- It was left out: it has no front matter.');
  expect(readdirSync(path.join(newsroom.contentDir, 'articles/2019/05'))).toEqual(['d.mdx']);
});

it('takes no picture from outside of the folders', async () => {
  write(
    'secret.png',
    await sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } })
      .png()
      .toBuffer(),
  );
  write('old/a.md', '---\ntitle: A\ndate: 2019-05-03\n---\n\nText\n\n![x](../secret.png) ![y](/../secret.png)\n');
  await importFolder();
  expect(readdirSync(newsroom.contentDir)).not.toContain('images');
});
