import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { openRepository, type Repository } from '../git/repository.fixture';
import { DocumentCompiler } from './compile-documents';
import { makeStory, picture, writeNewsroom, type Newsroom } from './newsroom.fixture';
import { openEdition } from './open-edition';
import { rollbackEdition } from './rollback-edition';
import { tableNames } from './schema';

const compiler = new DocumentCompiler(process.cwd());
let newsroom: Newsroom;
let repository: Repository;

beforeEach(async () => {
  newsroom = await writeNewsroom(compiler, {
    'articles/2025/10/edited.mdx': makeStory({ title: 'Edited', tags: '[boats]' }),
    'articles/2025/10/deleted.mdx': makeStory({ title: 'Deleted', redirectFrom: '[/old/deleted]' }),
    'articles/2025/10/renamed.mdx': makeStory({ title: 'Renamed' }),
    'articles/2025/10/same.mdx': makeStory({ title: 'Same' }),
  });
  repository = openRepository(newsroom.contentDir);
  repository.commit('2025-10-25T00:00:00Z');
});

afterEach(() => newsroom.destroy());
afterAll(() => compiler.stop());

/** What publications leave besides the paper itself. */
const notes = ['publications', 'undo', 'unannounced', 'search_words'];

async function paper(): Promise<Record<string, string[]>> {
  const edition = openEdition(newsroom.editionAddress);
  const tables: Record<string, string[]> = {};
  for (const table of tableNames.filter((name) => !notes.includes(name))) {
    const columns = table === 'search' ? sql`rowid, *` : sql`*`;
    const { rows } = await sql<object>`select ${columns} from ${sql.table(table)}`.execute(edition);
    const kept = rows.filter((row) => !('key' in row && row.key === 'historyCommit'));
    // What the system says of a file may be another each time.
    tables[table] = kept.map((row) => JSON.stringify({ ...row, stamp: undefined })).sort();
  }
  await edition.destroy();
  return tables;
}

async function change(round: number): Promise<void> {
  const { write } = newsroom;
  write('articles/2025/10/edited.mdx', makeStory({ title: `Edited ${round}`, tags: '[piers]' }, `Text ${round}.`));
  write(`articles/2025/10/added-${round}.mdx`, makeStory({ title: 'Added' }));
  write('authors/mina-park.mdx', `---\nname: Mina Park ${round}\n---\n`);
  write('categories/trade.yaml', `name: Trade ${round}\n`);
  write('images/wide.png', await picture(1200 + round));
  write('site.yaml', newsroom.read('site.yaml').replace(/^name: .*$/m, `name: The Paper ${round}`));
}

function rollback() {
  return rollbackEdition(newsroom.editionAddress, process.cwd());
}

it('puts every row back, one publication after the other, and then there is nothing left to take back', async () => {
  await newsroom.publish();
  const papers = [await paper()];
  await change(1);
  newsroom.remove('articles/2025/10/deleted.mdx');
  newsroom.remove('articles/2025/10/renamed.mdx');
  newsroom.write('articles/2025/10/moved.mdx', makeStory({ title: 'Renamed' }));
  repository.commit('2025-10-26T00:00:00Z');
  await newsroom.publish();
  papers.push(await paper());
  await change(2);
  await newsroom.publish();

  for (const before of papers.toReversed()) {
    expect(await rollback()).toBeDefined();
    expect(await paper()).toEqual(before);
  }
  expect(await rollback()).toBeUndefined();

  await newsroom.publish();
  const again = await paper();
  expect(again.search?.join()).toContain('Edited 2');
  expect(again.articles).toHaveLength(5);
}, 60_000);

it('names the pages that show it', async () => {
  await newsroom.publish();
  newsroom.write('articles/2025/10/edited.mdx', makeStory({ title: 'Edited again', tags: '[boats]' }));
  await newsroom.publish();
  const result = await rollback();
  expect(result?.affected.paths).toEqual(expect.arrayContaining(['/', '/2025/10/25/edited', '/tag/boats', '/2025/10']));
  expect(result?.files).toEqual(['articles/2025/10/edited.mdx']);
}, 60_000);
