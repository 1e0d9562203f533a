import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DocumentCompiler } from './compile-documents';
import { engineOf } from './engine';
import { ownAddress } from './edition-address.fixture';
import { makeStory, picture, writeNewsroom, type Newsroom } from './newsroom.fixture';
import { openEdition } from './open-edition';
import { tableNames } from './schema';

const compiler = new DocumentCompiler(process.cwd());
let newsroom: Newsroom;

beforeEach(async () => {
  newsroom = await writeNewsroom(compiler, {
    'articles/2025/10/first.mdx': makeStory({ title: 'First' }),
    'articles/2025/10/second.mdx': makeStory({
      title: 'Second',
      authors: '[mina-park]',
      redirectFrom: '[/old/second]',
    }),
  });
});

afterEach(() => newsroom.destroy());
afterAll(() => compiler.stop());

/** The rows of a table, in an order that does not depend on how they were written. */
async function rowsOf(table: string): Promise<string[]> {
  const edition = openEdition(newsroom.editionAddress);
  const { rows } = await sql`select * from ${sql.table(table)}`.execute(edition);
  await edition.destroy();
  // What the system says of a file differs from one publication to the next.
  return rows.map((row) => JSON.stringify(Object.assign({}, row, { stamp: undefined }))).sort();
}

async function wholeEdition(): Promise<string[][]> {
  return Promise.all(tableNames.map(rowsOf));
}

async function titles(): Promise<string[]> {
  const edition = openEdition(newsroom.editionAddress);
  const rows = await edition.selectFrom('articles').select(['path', 'title']).orderBy('path').execute();
  await edition.destroy();
  return rows.map((row) => `${row.path} ${row.title}`);
}

function old(fields: Record<string, string>): string {
  return makeStory({ publishedAt: '2024-05-01T09:30:00+09:00', tags: '[tides]', ...fields });
}

it('refuses an old address that is a page of the site', async () => {
  newsroom.write('articles/2025/10/first.mdx', makeStory({ redirectFrom: '[/old/first, /corrections]' }));
  const { problems } = await newsroom.publish();
  expect(problems.map(({ message }) => message)).toEqual([
    '/corrections is a page of this site, so it can lead nowhere else. Take it out of “redirectFrom”.',
  ]);
}, 60_000);

describe('publishing', () => {
  it('writes every story at its address, in the day of the paper’s zone', async () => {
    newsroom.write('articles/2025/11/late.mdx', makeStory({ title: 'Late', publishedAt: '2025-10-31T23:30:00Z' }));
    const { problems, changed, removed } = await newsroom.publish();
    expect(problems).toEqual([]);
    expect(changed).toHaveLength(9);
    expect(removed).toEqual([]);
    expect(await titles()).toEqual(['/2025/10/25/first First', '/2025/10/25/second Second', '/2025/11/01/late Late']);
  }, 60_000);

  it('does nothing the second time', async () => {
    await newsroom.publish();
    const before = await wholeEdition();
    expect(await newsroom.publish()).toMatchObject({ problems: [], changed: [], removed: [] });
    expect(await wholeEdition()).toEqual(before);
  });

  it('writes what was edited, and nothing else', async () => {
    await newsroom.publish();
    newsroom.write('articles/2025/10/first.mdx', makeStory({ title: 'First, corrected' }));
    expect(await newsroom.publish()).toMatchObject({
      problems: [],
      changed: ['articles/2025/10/first.mdx'],
      removed: [],
    });
    expect(await titles()).toEqual(['/2025/10/25/first First, corrected', '/2025/10/25/second Second']);
    expect((await rowsOf('search')).join()).not.toContain('"First"');
  });

  it('loses no story when all are edited and others come before them', async () => {
    await newsroom.publish();
    for (const slug of ['first', 'second']) {
      newsroom.write(`articles/2025/10/${slug}.mdx`, makeStory({ title: `${slug}, edited` }));
    }
    newsroom.write('articles/2025/10/another.mdx', makeStory({ title: 'Another' }));
    await newsroom.publish();
    expect(await titles()).toEqual([
      '/2025/10/25/another Another',
      '/2025/10/25/first first, edited',
      '/2025/10/25/second second, edited',
    ]);
  });

  it('takes out what was deleted, with everything that belonged to it', async () => {
    await newsroom.publish();
    newsroom.remove('articles/2025/10/second.mdx');
    expect(await newsroom.publish()).toMatchObject({
      problems: [],
      changed: [],
      removed: ['articles/2025/10/second.mdx'],
    });
    expect(await titles()).toEqual(['/2025/10/25/first First']);
    for (const table of ['bodies', 'article_authors', 'search']) expect(await rowsOf(table)).toHaveLength(1);
    expect(await rowsOf('redirects')).toEqual([]);
  });

  it('moves what was renamed', async () => {
    await newsroom.publish();
    const from = path.join(newsroom.contentDir, 'articles/2025/10/first.mdx');
    renameSync(from, from.replace('first', 'renamed'));
    expect(await newsroom.publish()).toMatchObject({
      problems: [],
      changed: ['articles/2025/10/renamed.mdx'],
      removed: ['articles/2025/10/first.mdx'],
    });
    expect(await titles()).toEqual(['/2025/10/25/renamed First', '/2025/10/25/second Second']);
  });

  it('lets an old address pass from one story to another', async () => {
    await newsroom.publish();
    newsroom.write('articles/2025/10/first.mdx', makeStory({ title: 'First', redirectFrom: '[/old/second]' }));
    newsroom.write('articles/2025/10/second.mdx', makeStory({ title: 'Second' }));
    expect(await newsroom.problems()).toEqual([]);
    expect(await rowsOf('redirects')).toEqual([expect.stringContaining('/old/second')]);
  });

  it('gives the edition that publishing everything at once gives', async () => {
    await newsroom.publish();
    newsroom.remove('authors/caleb-wilson.mdx');
    newsroom.write('articles/2025/10/first.mdx', makeStory({ title: 'First', authors: '[mina-park]', tags: '[one]' }));
    await newsroom.publish();
    const grown = await Promise.all(['article_tags', 'sources', 'authors', 'categories', 'pages', 'refs'].map(rowsOf));
    newsroom.editionAddress = await ownAddress(path.dirname(newsroom.contentDir));
    await newsroom.publish({ editionAddress: newsroom.editionAddress });
    const fresh = await Promise.all(['article_tags', 'sources', 'authors', 'categories', 'pages', 'refs'].map(rowsOf));
    const withoutIds = (tables: string[][]) =>
      tables.map((rows) => rows.map((row) => row.replace(/"article_id":\d+/, '')));
    expect(withoutIds(grown)).toEqual(withoutIds(fresh));
  });

  it('moves every story when the paper moves to another zone', async () => {
    newsroom.write('articles/2025/10/late.mdx', makeStory({ title: 'Late', publishedAt: '2025-10-20T23:30:00Z' }));
    await newsroom.publish();
    const site = path.join(newsroom.contentDir, 'site.yaml');
    newsroom.write('site.yaml', readFileSync(site, 'utf8').replace('Asia/Seoul', 'UTC'));
    expect((await newsroom.publish()).problems).toEqual([]);
    expect(await titles()).toContain('/2025/10/20/late Late');
  });

  it('only checks in a dry run', async () => {
    await newsroom.publish();
    const before = await wholeEdition();
    newsroom.write('articles/2025/10/third.mdx', makeStory({ title: 'Third' }));
    expect((await newsroom.publish({ dryRun: true })).changed).toEqual(['articles/2025/10/third.mdx']);
    expect(await wholeEdition()).toEqual(before);
    expect((await newsroom.publish()).changed).toEqual(['articles/2025/10/third.mdx']);
  });

  it('takes an optional field without a value for none', async () => {
    newsroom.write(
      'articles/2025/10/first.mdx',
      makeStory({ tags: '', dateline: '', image: '', corrections: '', lead: '', status: '' }),
    );
    expect(await newsroom.problems()).toEqual([]);
    expect(await titles()).toHaveLength(2);
  });

  it('says which folder is missing', async () => {
    await expect(newsroom.publish({ contentDir: path.join(newsroom.contentDir, 'nowhere') })).rejects.toThrow(
      /There is no folder .*nowhere/,
    );
  });
});

describe('mistakes', () => {
  it('are all reported in one run, each where it is mended, and leave the edition as it was', async () => {
    await newsroom.publish();
    const before = await wholeEdition();
    const bad = (name: string, content: string | Uint8Array) => newsroom.write(`articles/2025/10/${name}.mdx`, content);
    bad('a-author', makeStory({ authors: '[caleb-wilson, nobody]' }));
    bad('a-category', makeStory({ category: 'sport' }));
    bad('a-missing', makeStory({ summary: undefined }));
    bad('b-date', makeStory({ publishedAt: 'yesterday' }));
    bad('b-offset', makeStory({ publishedAt: '2025-10-25T09:30:00' }));
    bad('b-far-offset', makeStory({ publishedAt: '2025-10-25T09:30:00+25:00' }));
    bad('c-bom', `\ufeff${makeStory()}`);
    bad('c-crlf', makeStory().replaceAll('\n', '\r\n'));
    bad('c-empty', '');
    bad('c-huge', makeStory({}, 'a'.repeat(5_000_000)));
    bad('c-latin', Uint8Array.from([...Buffer.from(makeStory()), 0xe9]));
    bad('c-nul', makeStory({}, 'a\0b'));
    bad('d-component', makeStory({}, 'Text.\n\n<Tweet id="1" />'));
    bad('d-javascript', makeStory({}, 'Text {alert(1)}'));
    bad('d-malformed', makeStory({}, 'Text.\n\n<Note>\n\nmore'));
    bad('d-prop', makeStory({}, '<Note colour="red">\n\ntext\n\n</Note>'));
    bad('d-yaml', makeStory({ title: 'One: two' }));
    bad('d-yaml-alias', makeStory({ title: '*Breaking*' }));
    bad('e-image', makeStory({}, 'Text ![a](/images/none.png)'));
    bad('e-lead-image', makeStory({ image: '{ src: /images/small.png, alt: a, credit: c }' }));
    bad('e-link', makeStory({}, 'See [a](/2025/10/25/none).'));
    bad('e-script-link', makeStory({}, 'See [a](javascript:alert(1)).'));
    bad('f-redirect', makeStory({ redirectFrom: '[/fine, /old/second]' }));
    bad('f-redirect-hides', makeStory({ redirectFrom: '[/2025/10/25/first]' }));
    bad('g-one', makeStory({ redirectFrom: '[/old/g]' }));
    bad('g-two', makeStory({ redirectFrom: '[/old/g]' }));
    bad('h-twice', makeStory());
    bad('h/h-twice', makeStory());
    bad('Upper', makeStory());
    newsroom.write('articles/2025/09/wrong-folder.mdx', makeStory());
    newsroom.write('articles/note.txt', 'hello');
    newsroom.write('images/small.png', await picture(300));

    const problems = await newsroom.problems();
    const expected = [
      'articles/2025/09/wrong-folder.mdx:4:1 The story is of 2025-10-25 in Asia/Seoul, so it belongs in articles/2025/10/.',
      "articles/2025/10/Upper.mdx:1:1 The file's name makes its address: “Upper” is not a slug.",
      'articles/2025/10/a-author.mdx:5:25 There is no author “nobody”.',
      'articles/2025/10/a-category.mdx:6:1 There is no category “sport”.',
      'articles/2025/10/a-missing.mdx:2:1 The field “summary” is missing.',
      'articles/2025/10/b-date.mdx:4:1 “yesterday” is not a moment.',
      'articles/2025/10/b-far-offset.mdx:4:1 “2025-10-25T09:30:00+25:00” is not in the calendar or on the clock.',
      'articles/2025/10/b-offset.mdx:4:1 “2025-10-25T09:30:00” has no offset',
      'articles/2025/10/c-bom.mdx:1:1 The file begins with a byte order mark.',
      'articles/2025/10/c-crlf.mdx:1:4 Lines end with CRLF.',
      'articles/2025/10/c-empty.mdx:1:1 The file is empty.',
      'articles/2025/10/c-huge.mdx:1:1 The file has 5.0 MB',
      'articles/2025/10/c-latin.mdx:1:1 The file is not UTF-8.',
      'articles/2025/10/c-nul.mdx:9:2 There is a NUL character here',
      'articles/2025/10/d-component.mdx:11:1 <Tweet> is not a component of this paper.',
      'articles/2025/10/d-javascript.mdx:9:6 {…} is JavaScript',
      'articles/2025/10/d-malformed.mdx:11:1 This is not valid MDX: Expected a closing tag for `<Note>`.',
      'articles/2025/10/d-prop.mdx:9:1 <Note> has no prop “colour”.',
      'articles/2025/10/d-yaml-alias.mdx:2:8 “*Breaking*” is a reference in YAML',
      'articles/2025/10/d-yaml.mdx:2:8 This is not valid YAML',
      'articles/2025/10/e-image.mdx:9:6 There is no picture /images/none.png.',
      'articles/2025/10/e-lead-image.mdx:7:10 /images/small.png is 300 px wide; a lead picture needs at least 1200 px.',
      'articles/2025/10/e-link.mdx:9:5 There is nothing at /2025/10/25/none on this site.',
      'articles/2025/10/e-script-link.mdx:9:5 “javascript:alert(1)” is not an address that a story may link to.',
      'articles/2025/10/f-redirect-hides.mdx:7:16 The address /2025/10/25/first is taken by',
      'articles/2025/10/f-redirect.mdx:7:23 The address /old/second is taken by',
      'articles/2025/10/g-two.mdx:7:16 The address /old/g is taken by',
      'articles/2025/10/h/h-twice.mdx:1:1 The address /2025/10/25/h-twice is taken by',
      'articles/2025/10/h/h-twice.mdx:4:1 The story is of 2025-10-25 in Asia/Seoul',
      'articles/note.txt:1:1 Nothing of the paper lives at articles/note.txt.',
    ];
    expect(problems.map((problem, index) => problem.slice(0, expected[index]?.length))).toEqual(expected);
    expect(await wholeEdition()).toEqual(before);
  });

  it('that several lines of one file hold are reported together', async () => {
    newsroom.write(
      'articles/2025/10/first.mdx',
      makeStory(
        { title: '', authors: '[nobody]', lead: 'top' },
        'See [a](/nowhere) and {code}.\n\n<div>\n\n![b](/images/none.png)\n\n</div>',
      ),
    );
    const places = (await newsroom.problems()).map((problem) => problem.split(' ')[0]?.split(':').slice(1).join(':'));
    expect(places).toEqual(['2:1', '5:11', '7:1', '10:5', '10:23', '12:1', '14:1']);
  });

  it('are translations that are no stories, or in another language than is said', async () => {
    newsroom.write('articles/2025/10/second.mdx', makeStory({ lang: 'fr' }));
    newsroom.write(
      'articles/2025/10/first.mdx',
      makeStory({
        lang: 'en-gb',
        translations:
          '[{ lang: fr, url: /2025/10/25/second }, { lang: de, url: /2025/10/25/second }, { lang: ko, url: /2025/10/25/third }, { lang: ja, url: https://example.org/ja }]',
      }),
    );
    const { problems } = await newsroom.publish();
    expect(problems.map(({ message }) => message)).toEqual([
      '“en-gb” is written another way in BCP 47: en-GB. Write that.',
      '/2025/10/25/second is in “fr”, not in “de”. Correct “lang” here, or in that story.',
      'There is no story at /2025/10/25/third on this site. Correct the path, or take it out.',
    ]);
  }, 60_000);

  it('in the first publication leave nothing to read', async () => {
    newsroom.write('articles/2025/10/first.mdx', makeStory({ category: 'sport' }));
    expect(await newsroom.problems()).toHaveLength(1);
    const edition = openEdition(newsroom.editionAddress);
    const hasTables = await engineOf(edition).hasTables(edition);
    await edition.destroy();
    expect(hasTables).toBe(false);
    newsroom.write('articles/2025/10/first.mdx', makeStory());
    expect(await newsroom.problems()).toEqual([]);
  });

  it('that a deletion makes elsewhere are reported at the lines that stay', async () => {
    newsroom.write(
      'articles/2025/10/third.mdx',
      makeStory({ image: '{ src: /images/wide.png, alt: a, credit: c }' }, 'See [it](/2025/10/25/second).'),
    );
    await newsroom.publish();
    const before = await wholeEdition();
    for (const file of [
      'authors/caleb-wilson.mdx',
      'categories/world.yaml',
      'articles/2025/10/second.mdx',
      'images/wide.png',
    ])
      newsroom.remove(file);
    expect(await newsroom.problems()).toEqual([
      expect.stringMatching(/^articles\/2025\/10\/first\.mdx:5:11 There is no author “caleb-wilson”\./),
      expect.stringMatching(/^articles\/2025\/10\/first\.mdx:6:1 There is no category “world”\./),
      expect.stringMatching(/^articles\/2025\/10\/third\.mdx:5:11 There is no author “caleb-wilson”\./),
      expect.stringMatching(/^articles\/2025\/10\/third\.mdx:6:1 There is no category “world”\./),
      expect.stringMatching(/^articles\/2025\/10\/third\.mdx:7:10 There is no picture \/images\/wide\.png\./),
      expect.stringMatching(
        /^articles\/2025\/10\/third\.mdx:10:5 There is nothing at \/2025\/10\/25\/second on this site\./,
      ),
    ]);
    expect(await wholeEdition()).toEqual(before);
  });

  it.each<[string, (paper: Newsroom) => void, string]>([
    ['a story is deleted', ({ remove }) => remove('articles/2024/05/old.mdx'), '/2024/05/01/old'],
    ['the last story of a tag is', ({ remove }) => remove('articles/2024/05/old.mdx'), '/tag/tides'],
    ['one of its list is linked', ({ remove }) => remove('articles/2024/05/old.mdx'), '/tag/tides/page/2'],
    ['the last story of a month is', ({ remove }) => remove('articles/2024/05/old.mdx'), '/2024/05'],
    ['an old address is given up', ({ write }) => write('articles/2024/05/old.mdx', old({})), '/was/old'],
    [
      'a story becomes a draft',
      ({ write }) => write('articles/2024/05/old.mdx', old({ redirectFrom: '[/was/old]', status: 'draft' })),
      '/2024/05/01/old',
    ],
    ['a page is deleted', ({ remove }) => remove('pages/ethics.mdx'), '/about/ethics'],
    ['a section is', ({ remove }) => remove('categories/trade.yaml'), '/category/trade'],
    ['an author is', ({ remove }) => remove('authors/mina-park.mdx'), '/author/mina-park'],
  ])(
    'are found in stories that did not change when %s',
    async (_, change, target) => {
      newsroom.write('articles/2024/05/old.mdx', old({ redirectFrom: '[/was/old]' }));
      newsroom.write('articles/2025/10/second.mdx', makeStory());
      newsroom.write('pages/ethics.mdx', '---\ntitle: Ethics\n---\n\nWe are honest.\n');
      newsroom.write('articles/2025/10/linking.mdx', makeStory({}, `See [it](${target}).`));
      expect(await newsroom.problems()).toEqual([]);
      change(newsroom);
      expect(await newsroom.problems()).toEqual([
        expect.stringMatching(new RegExp(`^articles/2025/10/linking\\.mdx:9:5 .*${target}`)),
      ]);
    },
    60_000,
  );

  it('are found in translations that did not change', async () => {
    const story = (fields: Record<string, string>) => newsroom.write('articles/2025/10/second.mdx', makeStory(fields));
    story({ lang: 'fr' });
    const translations = '[{ lang: fr, url: /2025/10/25/second }]';
    newsroom.write('articles/2025/10/first.mdx', makeStory({ translations }));
    expect(await newsroom.problems()).toEqual([]);
    story({ lang: 'de' });
    expect(await newsroom.problems()).toEqual([expect.stringContaining('is in “de”, not in “fr”')]);
  });

  it('in a slug name the one that was meant', async () => {
    newsroom.write('articles/2025/10/first.mdx', makeStory({ authors: '[caleb-willson]' }));
    expect(await newsroom.problems()).toEqual([expect.stringContaining('Did you mean “caleb-wilson”?')]);
  });

  it('in a file are not reported again where that file is used', async () => {
    newsroom.write('authors/caleb-wilson.mdx', '---\nname: Caleb\nage: 40\n---\n');
    newsroom.write('articles/2025/10/second.mdx', makeStory({ title: '' }));
    newsroom.write('articles/2025/10/third.mdx', makeStory({}, 'See [it](/2025/10/25/second).'));
    expect((await newsroom.problems()).map((problem) => problem.split(' ')[0])).toEqual([
      'articles/2025/10/second.mdx:2:1',
      'authors/caleb-wilson.mdx:3:1',
    ]);
  });

  it('are links to drafts, and none to old addresses, lists and archives', async () => {
    newsroom.write('articles/2025/10/second.mdx', makeStory({ status: 'draft' }));
    newsroom.write('articles/2025/10/moved.mdx', makeStory({ redirectFrom: '[/old/moved]', tags: '[sea]' }));
    const links = [
      '/',
      '/about',
      '/search?q=sea',
      '/corrections',
      '/withdrawals',
      '/category/world',
      '/category/trade/page/2',
      '/author/mina-park',
      '/tag/sea',
      '/2025',
      '/2025/10',
      '/2025/10/25',
      '/old/moved',
      '/2025/10/25/moved#part',
      '/2025/10/25/moved/',
    ];
    const body = [...links, '/2025/10/25/second', '/category/sport', '/2025/11', '/2025/10/25/first/page/2'];
    newsroom.write('articles/2025/10/first.mdx', makeStory({}, body.map((link) => `[a](${link})`).join('\n')));
    expect(await newsroom.problems()).toEqual([
      expect.stringContaining('first.mdx:24:1 /2025/10/25/second is a draft'),
      expect.stringContaining('first.mdx:25:1 There is nothing at /category/sport'),
      expect.stringContaining('first.mdx:26:1 There is nothing at /2025/11'),
      expect.stringContaining('first.mdx:27:1 There is nothing at /2025/10/25/first/page/2'),
    ]);
  });

  it('are a paper without site.yaml, or with a zone that does not exist', async () => {
    newsroom.write(
      'site.yaml',
      'name: The Paper\ndescription: d\nlocale: en\ntimeZone: Mars/Base\npublisher: { name: P, contactEmail: a@b.c }\n',
    );
    expect(await newsroom.problems()).toEqual([
      expect.stringContaining('site.yaml:4:1 “Mars/Base” is not a time zone.'),
    ]);
    newsroom.remove('site.yaml');
    expect(await newsroom.problems()).toEqual([expect.stringContaining('site.yaml:1:1 The paper has no site.yaml.')]);
  });
});
