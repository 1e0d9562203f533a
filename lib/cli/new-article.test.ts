import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DocumentCompiler } from '../edition/compile-documents';
import { writeNewsroom, type Newsroom } from '../edition/newsroom.fixture';

const compiler = new DocumentCompiler(process.cwd());
let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await writeNewsroom(compiler);
  const git = (...args: string[]) => execFileSync('git', ['-C', newsroom.contentDir, ...args]);
  git('init', '--quiet');
  git('config', 'user.name', 'Mina Park');
});

afterAll(async () => {
  newsroom.destroy();
  await compiler.stop();
});

/** `npm run new` where nobody can be asked. */
function runNew(...args: string[]) {
  const env = { ...process.env, CONTENT_DIR: newsroom.contentDir, EDITOR: 'false' };
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const script = ['--import', 'tsx', 'lib/cli/new-article.ts', ...args];
    execFile(process.execPath, script, { env }, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), stdout: stdout.trim(), stderr: stderr.trim() });
    });
  });
}

it('takes the author from git, the moment on the paper’s clock, and never the place of another story', async () => {
  const args = [
    'The harbour',
    'opens',
    '--at',
    '2027-01-01T00:30',
    '--category',
    'trade',
    '--tag',
    'ships',
    '--tag',
    'quays',
  ];
  const [first, second] = [await runNew(...args), await runNew(...args)];
  expect([first.stderr, second.stderr]).toEqual(['', '']);
  expect(path.basename(first.stdout)).toBe('the-harbour-opens.mdx');
  expect(path.basename(second.stdout)).toBe('the-harbour-opens-2.mdx');
  const text = readFileSync(path.join(newsroom.contentDir, 'articles/2027/01/the-harbour-opens.mdx'), 'utf8');
  expect(text).toContain('publishedAt: 2027-01-01T00:30:00+09:00\n');
  expect(text).toContain('authors: [mina-park] #');
  expect(text).toContain('category: trade #');
  expect(text).toContain('tags: [ships, quays]\n');
  expect(await newsroom.problems()).toEqual([]);
});

it.each([
  [[], 'A story needs a headline. Type npm run new -- "Its headline".'],
  [
    ['Quays', '--at', 'tomorrow'],
    '“tomorrow” is not a moment. Write date and time, as in --at 2026-11-26T09:00, on the clock of Asia/Seoul.',
  ],
  [['Quays', '--at', '2027-02-30T09:00'], '“2027-02-30T09:00” is not a moment.'],
  [['Quays', '--author', 'nobody'], 'There is no author “nobody”. Choose one of caleb-wilson, mina-park.'],
  [
    ['Quays', '--kind', 'gossip'],
    '“kind” is “gossip”. Choose one of news, analysis, explainer, opinion, interview, sponsored.',
  ],
  [['Quays', '--sumary', 'x'], "Unknown option '--sumary'"],
])('writes nothing for %o, and says why', async (args, sentence) => {
  const { status, stdout, stderr } = await runNew(...args);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(sentence);
});
