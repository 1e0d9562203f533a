import { execFile } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DocumentCompiler } from '../edition/compile-documents';
import { makeStory, writeNewsroom, type Newsroom } from '../edition/newsroom.fixture';

const compiler = new DocumentCompiler(process.cwd());
const longHeadline = 'articles/2025/10/long.mdx';
let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await writeNewsroom(compiler);
  newsroom.remove('authors/mina-park.mdx');
  newsroom.remove('images/wide.png');
  newsroom.write('articles/2025/10/first.mdx', makeStory());
  newsroom.write(longHeadline, makeStory({ title: 'a'.repeat(111) }, 'Another text.'));
});

afterAll(async () => {
  newsroom.destroy();
  await compiler.stop();
});

/** `npm run check`, with these arguments and settings. */
function check(args: string[] = [], settings: Record<string, string> = {}) {
  const { contentDir, editionAddress } = newsroom;
  const env = {
    ...process.env,
    CONTENT_DIR: contentDir,
    EDITION_URL: pathToFileURL(editionAddress).href,
    GITHUB_ACTIONS: '',
    ...settings,
  };
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'lib/cli/check.ts', ...args], { env }, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

it('accepts what is only to be looked at, and says so with file, line and column', async () => {
  const { status, stdout, stderr } = await check();
  expect(status).toBe(0);
  expect(stderr).toContain(
    `${path.join(newsroom.contentDir, longHeadline)}:2:1 warning: The headline has 111 characters`,
  );
  expect(stderr).toContain('1 thing to look at.');
  expect(stdout).toContain('Accepted: ');
});

it('with --strict does not, and tells GitHub where to show why', async () => {
  const { status, stdout, stderr } = await check(['--strict'], {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: newsroom.contentDir,
  });
  expect(status).toBe(1);
  expect(stdout).toContain('Not accepted, as --strict was given');
  expect(stderr).toContain(
    `::warning file=${longHeadline},line=2,col=1,title=Content::The headline has 111 characters`,
  );
});

it('of a file warns of that alone', async () => {
  const { status, stdout, stderr } = await check([
    '--strict',
    path.join(newsroom.contentDir, 'articles/2025/10/first.mdx'),
  ]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('All is well');
});

it('with --json prints nothing else', async () => {
  const { stdout } = await check(['--json']);
  expect(JSON.parse(stdout)).toEqual({
    problems: [
      {
        severity: 'warning',
        file: path.join(newsroom.contentDir, longHeadline),
        line: 2,
        column: 1,
        message: expect.stringContaining('111 characters'),
      },
    ],
    changed: 7,
    removed: 0,
  });
});

it('says what it takes when it is given something else', async () => {
  const { status, stderr } = await check(['--stric']);
  expect(status).toBe(1);
  expect(stderr).toContain("Unknown option '--stric'");
});
