import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DocumentCompiler } from '../edition/compile-documents';
import { makeStory, writeNewsroom, type Newsroom } from '../edition/newsroom.fixture';
import { openEdition } from '../edition/open-edition';
import { openRepository, type Repository } from '../git/repository.fixture';
import type { TextChange } from './text-change';

const compiler = new DocumentCompiler(process.cwd());
let newsroom: Newsroom;
let repository: Repository;

const file = 'articles/2025/10/harbour.mdx';
const publishedAt = '2025-10-25T00:30:00Z';
const paragraph = 'The harbour has been closed to kites since Monday, the master of the port said, and stays closed.';

/** A story as it stands in a commit. */
function write(body: string, fields: Record<string, string | undefined> = {}, at = file): void {
  newsroom.write(at, makeStory({ publishedAt, ...fields }, body));
}

beforeEach(async () => {
  newsroom = await writeNewsroom(compiler);
  repository = openRepository(path.dirname(newsroom.contentDir));
  writeFileSync(path.join(path.dirname(newsroom.contentDir), '.git/info/exclude'), '*.db*\nclone\n');
});

afterEach(() => {
  vi.unstubAllEnvs();
  newsroom.destroy();
});
afterAll(() => compiler.stop());

async function publish(): Promise<string[]> {
  const { problems, published } = await newsroom.publish();
  expect(problems).toEqual([]);
  return published?.histories ?? [];
}

/** “date: -removed- +added+”, with ~ for a small edit. */
async function changes(of = file): Promise<string[]> {
  const edition = openEdition(newsroom.editionAddress);
  const rows = await edition.selectFrom('changes').selectAll().where('file', '=', of).orderBy('position').execute();
  await edition.destroy();
  return rows.map(({ changed_at, diff }) => {
    const { title, summary, body, isTrivial }: TextChange = JSON.parse(diff);
    const marks = [title, summary, ...body].flat().flatMap((piece) => {
      if (piece.kind === 'removed') return [`-${piece.text.trim()}-`];
      return piece.kind === 'added' ? [`+${piece.text.trim()}+`] : [];
    });
    return `${new Date(changed_at).toISOString().slice(0, 16)}${isTrivial ? '~' : ':'} ${marks.join(' ')}`;
  });
}

async function record(of = file): Promise<{ begins: string; isWhole: boolean } | undefined> {
  const edition = openEdition(newsroom.editionAddress);
  const row = await edition.selectFrom('histories').selectAll().where('file', '=', of).executeTakeFirst();
  await edition.destroy();
  return row && { begins: new Date(row.begins_at).toISOString().slice(0, 16), isWhole: row.is_whole === 1 };
}

async function tables(editionAddress = newsroom.editionAddress): Promise<unknown[]> {
  const edition = openEdition(editionAddress);
  const read = async (name: string) => (await sql`select * from ${sql.table(name)}`.execute(edition)).rows;
  const all = [await read('versions'), await read('histories'), await read('changes')];
  await edition.destroy();
  return all;
}

/** What an edition made anew from the same repository has. */
async function freshTables(): Promise<unknown[]> {
  const editionAddress = newsroom.editionAddress.replace('.db', `-${Math.random()}.db`);
  await newsroom.publish({ editionAddress });
  return tables(editionAddress);
}

describe('a story’s public history', () => {
  it('tells an edit with its moment, word by word', async () => {
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    write(paragraph.replace('Monday', 'Tuesday'), { title: 'A better headline' });
    repository.commit('2025-10-26T12:00:00Z');
    expect(await publish()).toEqual([file]);
    expect(await changes()).toEqual(['2025-10-26T12:00: +better+ -Monday- +Tuesday+']);
    expect(await record()).toEqual({ begins: '2025-10-25T00:30', isWhole: true });
  }, 60_000);

  it('is empty for a story that did not change, and says from when', async () => {
    write(paragraph);
    repository.commit('2025-10-25T01:00:00Z');
    expect(await publish()).toEqual([file]);
    expect(await changes()).toEqual([]);
    expect(await record()).toEqual({ begins: '2025-10-25T01:00', isWhole: true });
    expect(await publish()).toEqual([]);
  });

  it('leaves out what happened before publication', async () => {
    write(paragraph, { status: 'draft' });
    repository.commit('2025-10-20T00:00:00Z');
    write(paragraph.replace('Monday', 'Sunday'), { status: 'draft' });
    repository.commit('2025-10-21T00:00:00Z');
    write(paragraph.replace('Monday', 'Saturday'));
    repository.commit('2025-10-22T00:00:00Z');
    write(paragraph);
    repository.commit('2025-10-23T00:00:00Z');
    await publish();
    expect(await changes()).toEqual([]);
    expect(await record()).toEqual({ begins: '2025-10-25T00:30', isWhole: true });
  });

  it('leaves out what was scheduled, also when the moment of publication was put back later', async () => {
    write('A secret plan.', { publishedAt: '2025-10-30T00:00:00Z' });
    repository.commit('2025-10-25T02:00:00Z');
    write(paragraph);
    repository.commit('2025-10-25T03:00:00Z');
    await publish();
    expect(await changes()).toEqual([]);
    expect(JSON.stringify(await tables())).not.toContain('secret');
  });

  it('passes over a time as a draft or withdrawn, and what was written in it', async () => {
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    write('Taken back.', { status: 'withdrawn', withdrawnReason: 'It was wrong.' });
    repository.commit('2025-10-26T00:00:00Z');
    write('A half-written sentence.', { status: 'draft' });
    repository.commit('2025-10-27T00:00:00Z');
    write(paragraph.replace('Monday', 'Friday'));
    repository.commit('2025-10-28T00:00:00Z');
    await publish();
    expect(await changes()).toEqual(['2025-10-28T00:00: -Monday- +Friday+']);
  });

  it.each(['draft', 'withdrawn'])('is not there while the story is %s', async (status) => {
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    write(paragraph.replace('Monday', 'Friday'));
    repository.commit('2025-10-26T00:00:00Z');
    await publish();
    write(paragraph, { status, withdrawnReason: status === 'withdrawn' ? 'It was wrong.' : undefined });
    expect(await publish()).toEqual([file]);
    expect(await changes()).toEqual([]);
    expect(await record()).toBeUndefined();
  });

  it('tells an edit and its undoing as two changes', async () => {
    for (const [day, at] of [
      ['Monday', '2025-10-25T00:00:00Z'],
      ['Friday', '2025-10-26T00:00:00Z'],
      ['Monday', '2025-10-27T00:00:00Z'],
    ]) {
      write(paragraph.replace('Monday', day ?? ''));
      repository.commit(at ?? '');
    }
    await publish();
    expect(await changes()).toEqual(['2025-10-26T00:00: -Monday- +Friday+', '2025-10-27T00:00: -Friday- +Monday+']);
  });

  it('says nothing of edits that no reader can see in the text, and folds punctuation', async () => {
    write(`${paragraph}\n\nIt costs 1,500 won.`);
    repository.commit('2025-10-25T00:00:00Z');
    write(`${paragraph}\n\nIt costs   1,500 won.`, { tags: '[sea]' });
    repository.commit('2025-10-26T00:00:00Z');
    write(`${paragraph}\n\nIt costs 1,500 won!`);
    repository.commit('2025-10-27T00:00:00Z');
    write(`${paragraph}\n\nIt costs 1.500 won!`);
    repository.commit('2025-10-28T00:00:00Z');
    await publish();
    expect(await changes()).toEqual(['2025-10-27T00:00~ -.- +!+', '2025-10-28T00:00: -1,500- +1.500+']);
  });

  it('does not know what is not committed', async () => {
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    await publish();
    write(paragraph.replace('Monday', 'Friday'));
    write('A new one.', {}, 'articles/2025/10/untracked.mdx');
    expect(await publish()).toEqual([]);
    expect(await changes()).toEqual([]);
    expect(await record('articles/2025/10/untracked.mdx')).toBeUndefined();
  });

  it('survives a version that cannot be read', async () => {
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    newsroom.write(file, '---\ntitle: “: [\n---\n');
    repository.commit('2025-10-26T00:00:00Z');
    write(`<Unclosed>\n\n${paragraph}`);
    repository.commit('2025-10-27T00:00:00Z');
    write(paragraph);
    repository.commit('2025-10-28T00:00:00Z');
    await publish();
    expect(await changes()).toEqual(['2025-10-27T00:00: +<Unclosed>+', '2025-10-28T00:00: -<Unclosed>-']);
  });
});

describe('historyFrom', () => {
  it('hides every version that was committed before, whether or not it is committed itself', async () => {
    write(`A name. ${paragraph}`);
    repository.commit('2025-10-25T00:00:00Z');
    write(`A name, again. ${paragraph}`);
    repository.commit('2025-10-26T00:00:00Z');
    write(paragraph);
    repository.commit('2025-10-27T00:00:00Z');
    write(paragraph.replace('Monday', 'Friday'));
    repository.commit('2025-10-28T00:00:00Z');
    await publish();
    expect(await changes()).toHaveLength(3);
    write(paragraph.replace('Monday', 'Friday'), { historyFrom: '2025-10-27T00:00:00Z' });
    expect(await publish()).toEqual([file]);
    expect(await changes()).toEqual(['2025-10-28T00:00: -Monday- +Friday+']);
    expect(JSON.stringify(await tables())).not.toContain('name');
  });

  it('is checked like every moment', async () => {
    write(paragraph, { historyFrom: '2025-10-27' });
    expect(await newsroom.problems()).toEqual([expect.stringContaining('is not a moment')]);
  });
});

describe('the log', () => {
  it('is followed past a rename, and another story at the old path has a history of its own', async () => {
    const moved = 'articles/2025/10/port.mdx';
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    write(paragraph.replace('Monday', 'Tuesday'));
    repository.commit('2025-10-26T00:00:00Z');
    await publish();
    renameSync(path.join(newsroom.contentDir, file), path.join(newsroom.contentDir, moved));
    write(paragraph.replace('Monday', 'Friday'), {}, moved);
    repository.commit('2025-10-27T00:00:00Z');
    write('Something else altogether.', { title: 'Another' });
    repository.commit('2025-10-28T00:00:00Z');
    expect(await publish()).toEqual([file, moved]);
    expect(await changes(moved)).toEqual([
      '2025-10-26T00:00: -Monday- +Tuesday+',
      '2025-10-27T00:00: -Tuesday- +Friday+',
    ]);
    expect(await changes()).toEqual([]);
    expect(await tables()).toEqual(await freshTables());
  });

  it('does not take a similar story for an earlier version, when the one goes as the other comes', async () => {
    const next = 'articles/2025/10/orchard.mdx';
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    newsroom.remove(file);
    write(paragraph.replace('kites', 'boats'), { publishedAt: '2025-10-26T00:00:00Z' }, next);
    repository.commit('2025-10-26T00:00:00Z');
    expect(repository.git('show', '-M', '--summary', '--format=')).toContain('rename');
    await publish();
    expect(await changes(next)).toEqual([]);
    expect(await record(next)).toEqual({ begins: '2025-10-26T00:00', isWhole: true });
  });

  it('takes a merge for one change at its own moment, and what the branch went through for nothing', async () => {
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    repository.git('checkout', '--quiet', '-b', 'desk');
    write(paragraph.replace('Monday', 'a secret day'));
    repository.commit('2025-10-26T00:00:00Z');
    write(paragraph.replace('Monday', 'Friday'));
    repository.commit('2025-10-27T00:00:00Z');
    repository.git('checkout', '--quiet', 'main');
    repository.merge('desk', '2025-10-28T00:00:00Z');
    await publish();
    expect(await changes()).toEqual(['2025-10-28T00:00: -Monday- +Friday+']);
    expect(JSON.stringify(await tables())).not.toContain('secret');
  });

  it('is read from where it was left, with the same result as from its beginning', async () => {
    const other = 'articles/2025/10/other.mdx';
    write(paragraph);
    write('It rains.', {}, other);
    repository.commit('2025-10-25T00:00:00Z');
    await publish();
    write(paragraph.replace('Monday', 'Tuesday'));
    repository.commit('2025-10-26T00:00:00Z');
    expect(await publish()).toEqual([file]);
    newsroom.remove(other);
    repository.commit('2025-10-27T00:00:00Z');
    write('It snows.', {}, other);
    write(paragraph.replace('Monday', 'Friday'));
    repository.commit('2025-10-28T00:00:00Z');
    expect(await publish()).toEqual([file, other]);
    expect(await changes()).toHaveLength(2);
    expect(await changes(other)).toEqual([]);
    expect(await tables()).toEqual(await freshTables());
  });

  it('is read anew when the branch was forced elsewhere, or merged into another one', async () => {
    write(paragraph);
    const first = repository.commit('2025-10-25T00:00:00Z');
    write(paragraph.replace('Monday', 'Tuesday'));
    repository.commit('2025-10-26T00:00:00Z');
    await publish();
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.git('reset', '--quiet', '--hard', first);
    write(paragraph.replace('Monday', 'Friday'));
    repository.commit('2025-10-27T00:00:00Z');
    expect(await publish()).toEqual([file]);
    expect(await changes()).toEqual(['2025-10-27T00:00: -Monday- +Friday+']);
    // Main moves on past a merge that has `side` as its second parent.
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '--strategy=ours', '--message=Merge', 'side');
    expect(await publish()).toEqual([file]);
    expect(await changes()).toEqual(['2025-10-26T00:00: -Monday- +Tuesday+']);
    expect(await tables()).toEqual(await freshTables());
  });

  it('is less in a shallow clone, says so, and is whole once the rest is fetched', async () => {
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    write(paragraph.replace('Monday', 'Tuesday'));
    repository.commit('2025-10-25T12:00:00Z');
    const whole = path.dirname(newsroom.contentDir);
    const clone = path.join(whole, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(whole).href, clone], { stdio: 'pipe' });
    const contentDir = path.join(clone, 'content');
    expect((await newsroom.publish({ contentDir })).problems).toEqual([]);
    expect(await changes()).toEqual([]);
    expect(await record()).toEqual({ begins: '2025-10-25T12:00', isWhole: false });
    execFileSync('git', ['-C', clone, 'fetch', '--quiet', '--unshallow'], { stdio: 'pipe' });
    expect((await newsroom.publish({ contentDir })).published?.histories).toEqual([file]);
    expect(await changes()).toHaveLength(1);
    expect(await record()).toEqual({ begins: '2025-10-25T00:30', isWhole: true });
  });
});

describe('without git', () => {
  const told: string[] = [];
  const publishAndListen = async () => {
    told.length = 0;
    return newsroom.publish({ onProgress: (message) => told.push(message) });
  };

  it('has no history and says nothing: no commit, no repository, no program', async () => {
    write(paragraph);
    expect((await publishAndListen()).published?.histories).toEqual([]);
    repository.commit('2025-10-25T00:00:00Z');
    await publish();
    expect(await record()).toBeDefined();
    rmSync(path.join(path.dirname(newsroom.contentDir), '.git'), { recursive: true });
    expect((await publishAndListen()).published?.histories).toEqual([file]);
    expect(await record()).toBeUndefined();
    vi.stubEnv('PATH', '/nowhere');
    expect((await publishAndListen()).published?.histories).toEqual([]);
    expect(told).toEqual([]);
  });

  it('publishes all the same when git fails, and says so', async () => {
    write(paragraph);
    repository.commit('2025-10-25T00:00:00Z');
    await publish();
    write(paragraph.replace('Monday', 'Friday'));
    repository.commit('2025-10-26T00:00:00Z');
    const objects = path.join(path.dirname(newsroom.contentDir), '.git/objects');
    rmSync(objects, { recursive: true });
    mkdirSync(objects);
    const { problems, published } = await publishAndListen();
    expect(problems).toEqual([]);
    expect(published?.histories).toEqual([file]);
    expect(told.join()).toContain('without their history');
  });
});
