import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { DocumentCompiler } from '../edition/compile-documents';
import { makeStory, picture, writeNewsroom, type Newsroom } from '../edition/newsroom.fixture';
import { readWarnings } from './warnings';

const compiler = new DocumentCompiler(process.cwd());
let newsroom: Newsroom;

beforeEach(async () => {
  newsroom = await writeNewsroom(compiler);
  newsroom.write('articles/2025/10/first.mdx', makeStory({ authors: '[caleb-wilson, mina-park]' }, long));
  newsroom.write('pages/about.mdx', '---\ntitle: About\n---\n\n<Figure src="/images/wide.png" alt="A" credit="B" />\n');
});

afterEach(() => newsroom.destroy());
afterAll(() => compiler.stop());

const sentences = [
  'The harbour board has met for the first time since the storm took two of its cranes.',
  'It wants to have the eastern quay open before the first ships of the spring come in.',
  'Until then, freight goes by rail, at a price that few of the smaller yards can pay.',
  'A ship waits nine days on average, which is twice as long as in the year before.',
  'The union of the pilots asks for a second tug, and for lights on the outer wall.',
  'Nobody on the board would say on Monday who is to pay for either of the two.',
];
const long = sentences.join('\n\n');

/** file:line:column message of each warning, files as below the content folder. */
async function warnings(): Promise<string[]> {
  let found: string[] = [];
  const { problems } = await newsroom.publish({
    dryRun: true,
    inspect: async (draft) => {
      const all = await readWarnings(draft, (file) => file);
      found = all.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
    },
  });
  expect(problems).toEqual([]);
  return found.sort();
}

it('are none for a paper in which everything is used and credited', async () => {
  expect(await warnings()).toEqual([]);
});

it('name authors and pictures that nothing uses', async () => {
  newsroom.write('authors/yuna-cho.mdx', '---\nname: Yuna Cho\n---\n');
  newsroom.write('images/port/old.png', await picture(40));
  expect(await warnings()).toEqual([
    'authors/yuna-cho.mdx:1:1 Yuna Cho has written nothing here. Name the author in a story, or delete the file.',
    'images/port/old.png:1:1 No story, page or author shows this picture. Use it, or delete it.',
  ]);
});

it('name a headline that search engines cut off, unless they are given another', async () => {
  const title = 'a'.repeat(111);
  newsroom.write('articles/2025/10/long.mdx', makeStory({ title }));
  newsroom.write('articles/2025/10/fits.mdx', makeStory({ title: 'a'.repeat(110) }));
  newsroom.write('articles/2025/10/told.mdx', makeStory({ title, search: '{ title: Short }' }));
  expect(await warnings()).toEqual([
    'articles/2025/10/long.mdx:2:1 The headline has 111 characters; search engines cut it off after 110. Shorten it, or give them a shorter one under “search”.',
  ]);
});

it('name a picture without credit, and rows that do not fit their table', async () => {
  const table = '| a | b |\n| --- | --- |\n| 1 |\n| 1 | 2 |\n| 1 | 2 | 3 |';
  newsroom.write('articles/2025/10/table.mdx', makeStory({}, `![A quay](/images/wide.png)\n\n${table}`));
  expect(await warnings()).toEqual([
    'articles/2025/10/table.mdx:13:1 This row has 1 cell, and its table 2 columns; the rest stays empty. Write as many, and \\| for a stroke within a cell.',
    'articles/2025/10/table.mdx:15:1 This row has 3 cells, and its table 2 columns; what is too much is not printed. Write as many, and \\| for a stroke within a cell.',
    'articles/2025/10/table.mdx:9:1 The picture /images/wide.png has no credit. Write <Figure src="/images/wide.png" alt="…" credit="…" /> instead.',
  ]);
});

it('name a story that says nearly the same as another, drafts too, and none that only begins like it', async () => {
  const edited = long.replace('nine days', 'eight days');
  newsroom.write('articles/2025/10/nearly.mdx', makeStory({ status: 'draft' }, edited));
  const other = `${sentences[0]}\n\n${'It is another story from here on, with other words in each of its lines.\n\n'.repeat(3)}`;
  newsroom.write('articles/2025/10/other.mdx', makeStory({}, other));
  const found = await warnings();
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(
    /^articles\/2025\/10\/(nearly|first)\.mdx:1:1 \d\d % of this story is also in articles\/2025\/10\/(nearly|first)\.mdx\./,
  );
});

it('finds a Japanese story that says nearly the same as another', async () => {
  const text =
    '港湾委員会は、嵐で二基のクレーンが失われてから初めて会合を開いた。東岸壁を春までに開くことを望んでいる。';
  newsroom.write('articles/2025/10/ja-one.mdx', makeStory({ lang: 'ja' }, text));
  newsroom.write('articles/2025/10/ja-two.mdx', makeStory({ lang: 'ja' }, text.replace('二基', '三基')));
  const found = await warnings();
  expect(found).toEqual([expect.stringContaining('% of this story is also in')]);
});

it('stay when nothing changed, and go with their file', async () => {
  newsroom.write('articles/2025/10/long.mdx', makeStory({ title: 'a'.repeat(111) }));
  await newsroom.publish();
  expect(await warnings()).toHaveLength(1);
  newsroom.remove(path.join('articles/2025/10/long.mdx'));
  expect(await warnings()).toEqual([]);
});
