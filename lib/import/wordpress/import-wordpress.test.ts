import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DocumentCompiler } from '../../edition/compile-documents';
import { ImportFolder } from '../import-folder';
import { makeImportNewsroom, type ImportNewsroom } from '../import-newsroom.fixture';
import { ImportReport } from '../import-report';
import { makeExport, type ItemFields } from './export.fixture';
import { importWordpress } from './import-wordpress';

const compiler = new DocumentCompiler(process.cwd());
let newsroom: ImportNewsroom;
let root: string;
let contentDir: string;

beforeEach(() => {
  newsroom = makeImportNewsroom(compiler);
  ({ root, contentDir } = newsroom);
});

afterEach(() => newsroom.destroy());
afterAll(() => compiler.stop());

/** Imports exports, and tells what the report says. */
async function importAll(exports: string[], uploads?: string): Promise<string> {
  const files = exports.map((text, index) => {
    const file = path.join(root, `export-${index}.xml`);
    writeFileSync(file, text);
    return file;
  });
  const report = new ImportReport();
  const folder = await ImportFolder.open(contentDir, 'wordpress');
  await importWordpress({ files, folder, uploads, timeZone: 'Asia/Seoul', report, onProgress: () => {} });
  const text = report.toMarkdown('Imported');
  await folder.close(text);
  return text;
}

function importItems(items: ItemFields[], uploads?: string): Promise<string> {
  return importAll([makeExport(items)], uploads);
}

function read(file: string): string {
  return readFileSync(path.join(contentDir, file), 'utf8');
}

function storyOf(id: number): string {
  return read(`articles/2019/05/a-story-${id}.mdx`);
}

function bodyOf(id: number): string {
  return storyOf(id).split('\n---\n\n')[1] ?? '';
}

function files(): string[] {
  return readdirSync(contentDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.\w+$/.test(file) && !file.startsWith('.import'))
    .sort();
}

describe('a post', () => {
  it('becomes a story with its day, author, section, tags and old address', async () => {
    await importItems([
      {
        id: 12,
        title: 'Ships &amp; <em>quays</em>',
        excerpt: 'What it adds.',
        terms: [
          ['category', 'harbour', 'Harbour'],
          ['category', 'world', 'World'],
          ['post_tag', 'tug-boats', 'Tugboats'],
        ],
      },
    ]);
    expect(storyOf(12)).toBe(`---
title: Ships & quays
summary: What it adds.
publishedAt: 2019-05-03T18:30:00+09:00
authors:
  - mina-park
category: harbour
tags:
  - tug-boats
  - world
redirectFrom:
  - /2019/05/a-story-12
  - /?p=12
---

The sea is calm today.
`);
    expect(read('authors/mina-park.mdx')).toBe('---\nname: Mina Park\n---\n');
    expect(read('categories/harbour.yaml')).toBe('name: Harbour\ndescription: Ships and quays.\n');
    expect(read('site.yaml')).toContain('name: The Paper # ours');
    expect(read('site.yaml')).toContain('- slug: tug-boats\n    name: Tugboats');
    expect(await newsroom.problems()).toEqual([]);
  });

  it.each([
    ['draft', 'status: draft'],
    ['pending', 'status: draft'],
    ['private', 'status: draft'],
    ['future', 'publishedAt: 2019-05-03T18:30:00+09:00\nauthors'],
  ])('of status %s is no more public than it was', async (status, written) => {
    await importItems([{ id: 1, status }]);
    expect(storyOf(1)).toContain(written);
    expect(storyOf(1).includes('status: draft')).toBe(status !== 'future');
  });

  it('behind a password is a draft, and the password is nowhere', async () => {
    const report = await importItems([{ id: 1, password: 'sesame-open' }]);
    expect(storyOf(1)).toContain('status: draft');
    expect(report).toContain('It was behind a password');
    for (const file of [...files().map(read), report]) expect(file).not.toContain('sesame-open');
  });

  it('leaves out comments, with the addresses of who wrote them, and says how many', async () => {
    const comment = `<wp:comment><wp:comment_author_email>reader@example.org</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_content>Well said</wp:comment_content></wp:comment>`;
    const report = await importItems([{ id: 1, more: comment + comment }]);
    expect(report).toContain('2 comments were left out');
    for (const file of [...files().map(read), report]) {
      expect(file).not.toMatch(/reader@example|192\.0\.2\.7|Well said|mina@old/);
    }
  });

  it('tells search engines what Yoast told them, without the name of the site', async () => {
    const yoast = (title: string, description: string) => ({
      _yoast_wpseo_title: title,
      _yoast_wpseo_metadesc: description,
    });
    const report = await importItems([
      { id: 1, meta: yoast('Is the harbour open? %%sep%% %%sitename%%', 'When ships may %%focuskw%% come in.') },
      { id: 2, meta: yoast('%%title%% %%page%% %%sep%% %%sitename%%', 'When ships may come in.') },
      { id: 3, type: 'page', name: 'history', meta: yoast('Our history | The Old Paper', '') },
    ]);
    expect(storyOf(1)).toContain('search:\n  title: Is the harbour open?\nredirectFrom:');
    expect(report).toContain(
      'Its description for search engines names focuskw, and was left out: “When ships may %%focuskw%% come in.”.',
    );
    expect(storyOf(2)).toContain('search:\n  description: When ships may come in.\nredirectFrom:');
    expect(read('pages/history.mdx')).toContain('search:\n  title: Our history\n');
    expect(await newsroom.problems()).toEqual([]);
  });

  it('that was at an address which the paper has itself leads from its short one alone, and is named', async () => {
    const report = await importItems([
      { id: 1, link: 'https://old.example.org/category/harbour/' },
      { id: 2, type: 'page', name: 'history', link: 'https://old.example.org/our/history/' },
      { id: 3, type: 'page', name: 'finding', link: 'https://old.example.org/search/' },
    ]);
    expect(storyOf(1)).toContain('redirectFrom:\n  - /?p=1\n---');
    expect(report).toContain('It was at /category/harbour, which something else has here');
    expect(read('pages/history.mdx')).toContain('redirectFrom:\n  - /our/history\n  - /?p=2\n---');
    expect(report).toContain('It was at /search, which something else has here');
    expect(await newsroom.problems()).toEqual([]);
  });

  it('in the bin is left out, and named', async () => {
    const report = await importItems([{ id: 1, status: 'trash', title: 'Away with it' }]);
    expect(files()).toEqual(['site.yaml']);
    expect(report).toContain('## post 1: Away with it\n\n- Its status is “trash”. It was left out.');
  });

  it('keeps all of several authors in their order', async () => {
    await importItems([
      { id: 2, type: 'guest-author', name: 'cap-caleb-wilson', title: 'Caleb Wilson' },
      {
        id: 1,
        terms: [
          ['author', 'cap-caleb-wilson', 'caleb-wilson'],
          ['author', 'cap-mpark', 'mpark'],
          ['category', 'harbour', 'Harbour'],
        ],
      },
    ]);
    expect(storyOf(1)).toContain('authors:\n  - caleb-wilson\n  - mina-park\n');
  });

  it('that two posts would have the same file of gets a number', async () => {
    await importItems([
      { id: 1, name: 'same', title: 'First' },
      { id: 2, name: 'same', title: 'Second', link: 'https://old.example.org/another/' },
    ]);
    expect(read('articles/2019/05/same.mdx')).toContain('First');
    expect(read('articles/2019/05/same-2.mdx')).toContain('Second');
    expect(await newsroom.problems()).toEqual([]);
  });
});

describe('its text', () => {
  it.each<[string, string, string]>([
    ['paragraphs by empty lines', 'One\ntwo\n\nThree', 'One\\\ntwo\n\nThree\n'],
    ['braces and angles', 'a {b} &lt;c&gt;', 'a \\{b} \\<c>\n'],
    ['words that would be code', '<p>import duties rise</p>', '&#x69;mport duties rise\n'],
    ['headings and lists', '<h2>Head</h2>\n<ul>\n<li>One</li>\n<li>Two</li>\n</ul>', '## Head\n\n- One\n- Two\n'],
    ['blocks', '<!-- wp:paragraph -->\n<p>A <strong>b</strong></p>\n<!-- /wp:paragraph -->', 'A **b**\n'],
    [
      'tables with a caption',
      '<figure class="wp-block-table"><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><figcaption>What</figcaption></figure>',
      '<DataTable caption="What">\n  | A |\n  | - |\n  | 1 |\n</DataTable>\n',
    ],
    [
      'words pulled out',
      '<figure class="wp-block-pullquote"><blockquote><p>So it goes.</p><cite>A sailor</cite></blockquote></figure>',
      '<PullQuote cite="A sailor">\n  So it goes.\n</PullQuote>\n',
    ],
    [
      'embeds',
      '<p>Before</p>\n\nhttps://video.example.org/1\n\n<iframe src="https://maps.example.org/a" title="A map"></iframe>',
      'Before\n\n[https://video.example.org/1](https://video.example.org/1)\n\n[A map](https://maps.example.org/a)\n',
    ],
    ['its own brackets', 'He said [sic] and [[gallery]]', 'He said \\[sic] and \\[gallery]\n'],
  ])('keeps %s', async (_name, content, body) => {
    await importItems([{ id: 1, content }]);
    expect(bodyOf(1)).toBe(body);
    expect(await newsroom.problems()).toEqual([]);
  });

  it('leads within the old site to where posts are now', async () => {
    await importItems([
      {
        id: 1,
        content:
          '<a href="https://www.old.example.org/2019/05/a-story-2/#part">a</a> <a href="/?p=2">b</a> <a href="https://else.example.org/">c</a> <a href="https://old.example.org/2019/05/a-story-3/">d</a>',
      },
      { id: 2 },
      { id: 3, status: 'draft' },
    ]);
    expect(bodyOf(1)).toBe(
      '[a](/2019/05/03/a-story-2#part) [b](/2019/05/03/a-story-2) [c](https://else.example.org/) [d](https://old.example.org/2019/05/a-story-3/)\n',
    );
    expect(await newsroom.problems()).toEqual([]);
  });

  it('runs no script and follows no address that could', async () => {
    const report = await importItems([
      {
        id: 1,
        content:
          '<script>alert(1)</script><p onclick="alert(2)">Words <a href="javascript:alert(3)">here</a> <img src="data:text/html,x" onerror="alert(4)"></p><style>p{}</style>{process.exit()}',
      },
    ]);
    expect(storyOf(1)).not.toMatch(/alert|javascript:|data:|<script|<style/);
    expect(report).toContain('It holds <script>.');
    expect(report).toContain('a link to “javascript:alert(3)”, whose words stay');
    expect(await newsroom.problems()).toEqual([]);
  });

  it('says what it could not carry over', async () => {
    const report = await importItems([
      {
        id: 1,
        content:
          '<!-- wp:latest-posts /-->\n<p>Words [contact-form-7 id="3"]</p>\n<form><input></form>\n<p>[gallery ids="98,99"]</p>',
        meta: { mood: 'glad' },
      },
    ]);
    expect(report).toContain('the block “latest-posts”');
    expect(report).toContain('the shortcode [contact-form-7] of a plugin');
    expect(report).toContain('a form');
    expect(report).toContain('2 pictures of a gallery that the export does not have');
    expect(report).toContain('custom field “mood”');
  });
});

describe('pictures', () => {
  const attachment: ItemFields = {
    id: 9,
    type: 'attachment',
    status: 'inherit',
    title: 'quay',
    attachment: 'https://old.example.org/wp-content/uploads/2019/05/quay.png',
    link: 'https://old.example.org/quay/',
    meta: { _wp_attachment_image_alt: 'A quay at dawn' },
  };
  const content =
    '[caption id="a" width="300"]<a href="https://old.example.org/quay/"><img src="https://old.example.org/wp-content/uploads/2019/05/quay-300x200.png" alt=""></a> The quay[/caption]\n\nWords.';

  async function makeUploads(width: number): Promise<string> {
    const uploads = path.join(root, 'uploads');
    mkdirSync(path.join(uploads, '2019/05'), { recursive: true });
    const image = sharp({ create: { width, height: 600, channels: 3, background: 'teal' } });
    await image.png().toFile(path.join(uploads, '2019/05/quay.png'));
    return uploads;
  }

  it('are copied from a folder, the original for its smaller copies, with caption and words', async () => {
    const uploads = await makeUploads(1300);
    await importItems([attachment, { id: 1, content, meta: { _thumbnail_id: '9' } }], uploads);
    expect(storyOf(1)).toContain(
      'image:\n  src: /images/2019/05/quay.png\n  alt: A quay at dawn\n  credit: The Old Paper\n',
    );
    expect(bodyOf(1)).toBe(
      '<Figure src="/images/2019/05/quay.png" alt="A quay at dawn" credit="The Old Paper" caption="The quay" />\n\nWords.\n',
    );
    expect(existsSync(path.join(contentDir, 'images/2019/05/quay.png'))).toBe(true);
    expect(await newsroom.problems()).toEqual([]);
  });

  it('too small to lead stand in the text, and that is said', async () => {
    const uploads = await makeUploads(800);
    const report = await importItems([attachment, { id: 1, meta: { _thumbnail_id: '9' } }], uploads);
    expect(storyOf(1)).not.toContain('\nimage:');
    expect(bodyOf(1)).toMatch(/^<Figure src="\/images\/2019\/05\/quay\.png"/);
    expect(report).toContain('Its lead picture is 800 px wide');
    expect(await newsroom.problems()).toEqual([]);
  });

  it('that are not at hand are linked and listed, and come with the next run', async () => {
    const items = [attachment, { id: 1, content }];
    const report = await importItems(items);
    expect(bodyOf(1)).toBe(
      '![A quay at dawn](https://old.example.org/wp-content/uploads/2019/05/quay-300x200.png)\n\nThe quay\n\nWords.\n',
    );
    expect(report).toContain('- https://old.example.org/wp-content/uploads/2019/05/quay.png → 2019/05/quay.png');
    expect(await newsroom.problems()).toEqual([]);
    await importItems(items, await makeUploads(1300));
    expect(bodyOf(1)).toContain('<Figure src="/images/2019/05/quay.png"');
  });

  it('that cannot be read are named, and all others arrive', async () => {
    const uploads = await makeUploads(1300);
    writeFileSync(path.join(uploads, 'broken.gif'), 'no picture');
    const images = ['broken.gif', '2019/05/quay.png'].map(
      (name) => `<p><img src="https://old.example.org/wp-content/uploads/${name}" alt="x"></p>`,
    );
    const report = await importItems([{ id: 1, content: images.join('\n\n') }], uploads);
    expect(report).toContain(
      '## picture broken.gif\n\n- It was left out, though stories name it as /images/broken.webp',
    );
    expect(existsSync(path.join(contentDir, 'images/2019/05/quay.png'))).toBe(true);
  });

  it.each(['../../secret.png', '2019/05/%2e%2e/%2e%2e/%2e%2e/secret.png', 'link.png'])(
    'are never taken from outside of the folder: %s',
    async (name) => {
      const uploads = await makeUploads(1300);
      const secret = path.join(root, 'secret.png');
      writeFileSync(secret, await sharp(path.join(uploads, '2019/05/quay.png')).png().toBuffer());
      symlinkSync(secret, path.join(uploads, 'link.png'));
      const src = `https://old.example.org/wp-content/uploads/${name}`;
      await importItems([{ id: 1, content: `<p>Words</p><img src="${src}" alt="x">` }], uploads);
      expect(bodyOf(1)).not.toContain('<Figure');
      expect(existsSync(path.join(contentDir, 'images'))).toBe(false);
    },
  );
});

describe('an import that runs again', () => {
  it('changes nothing', async () => {
    const items: ItemFields[] = [{ id: 1 }, { id: 2, type: 'page', name: 'history' }];
    const first = await importItems(items);
    const before = files().map(read);
    expect(await importItems(items)).toBe(first);
    expect(files().map(read)).toEqual(before);
  });

  it('leaves alone what an editor changed or removed', async () => {
    await importItems([{ id: 1 }, { id: 2 }]);
    writeFileSync(path.join(contentDir, 'articles/2019/05/a-story-1.mdx'), 'mine');
    rmSync(path.join(contentDir, 'articles/2019/05/a-story-2.mdx'));
    const report = await importItems([{ id: 1, content: 'New' }, { id: 2 }]);
    expect(storyOf(1)).toBe('mine');
    expect(files()).not.toContain('articles/2019/05/a-story-2.mdx');
    expect(report).toContain('a-story-1.mdx was changed since, and was left alone');
    expect(report).toContain('a-story-2.mdx was removed since, and was not written again');
  });

  it('writes again what changed in the export', async () => {
    await importItems([{ id: 1 }]);
    await importItems([{ id: 1, content: 'New words.' }]);
    expect(bodyOf(1)).toBe('New words.\n');
  });

  it('takes several exports of one site, whose posts name each other', async () => {
    await importAll([makeExport([{ id: 1, content: '<a href="/?p=2">b</a>' }]), makeExport([{ id: 2 }])]);
    expect(bodyOf(1)).toBe('[b](/2019/05/03/a-story-2)\n');
  });
});

describe('an export that cannot be read', () => {
  const whole = makeExport([{ id: 1 }, { id: 2 }]);

  it.each<[string, string, RegExp]>([
    ['is cut off', whole.slice(0, -40), /export-0\.xml:\d+:\d+ .*(ends too early|not well-formed)/],
    ['is not well-formed', whole.replace('</item>', '</itme>'), /export-0\.xml:\d+:\d+ This is not well-formed XML/],
    ['is a feed', '<rss><channel><title>x</title><item><title>y</title></item></channel></rss>', /this is a feed/],
    ['is empty', '', /ends too early/],
    [
      'declares entities',
      whole.replace('<rss', '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss'),
      /declares a DOCTYPE/,
    ],
    ['names an entity of nobody', whole.replace('The Old Paper', '&nobody;'), /not well-formed XML/],
  ])('because it %s is refused with its place, and nothing is written', async (_name, text, message) => {
    await expect(importAll([text])).rejects.toThrow(message);
    expect(files()).toEqual(['site.yaml']);
  });

  it('is named when it is not there', async () => {
    const folder = await ImportFolder.open(contentDir, 'wordpress');
    const report = new ImportReport();
    const options = {
      files: ['nowhere.xml'],
      folder,
      uploads: undefined,
      timeZone: 'UTC',
      report,
      onProgress: () => {},
    };
    await expect(importWordpress(options)).rejects.toThrow('There is no file nowhere.xml.');
  });

  it('may hold what ends a section, as text', async () => {
    await importItems([{ id: 1, content: 'a ]]> b' }]);
    expect(bodyOf(1)).toBe('a ]]> b\n');
  });
});
