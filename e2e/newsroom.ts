import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A small paper of a test's own: what its editors do, and the settings of a server for its readers. */
export type Newsroom = {
  env: { CONTENT_DIR: string; EDITION_URL: string };
  write: (story: Story) => void;
  /** Commits everything as it is, at a moment of the past; the first time in a repository that it makes. */
  commit: (at: Date) => void;
  /** What an editor who has no server at hand runs. */
  publish: () => Promise<void>;
  /** The link that `npm run preview` prints for a story of the server with these settings. */
  preview: (story: Story, env: Record<string, string>) => Promise<string>;
  destroy: () => void;
};

export type Story = {
  slug: string;
  publishedAt: Date;
  title?: string;
  summary?: string;
  category?: string;
  body?: string;
  /** Further lines of front matter. */
  more?: string[];
};

/** The time zone of the paper is UTC, so a story's day is that of its moment in ISO 8601. */
export function openNewsroom(): Newsroom {
  const root = mkdtempSync(path.join(tmpdir(), 'slugline-e2e-'));
  const contentDir = path.join(root, 'content');
  const write = (file: string, lines: string[]) => {
    const target = path.join(contentDir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, `${lines.join('\n')}\n`);
  };
  const publisher = ['publisher:', '  name: The Publisher', '  contactEmail: desk@example.org'];
  write('site.yaml', ['name: The Small Paper', 'description: News.', 'locale: en-GB', 'timeZone: UTC', ...publisher]);
  write('authors/mina-park.mdx', ['---', 'name: Mina Park', '---']);
  write('categories/harbour.yaml', ['name: Harbour', 'order: 1']);
  write('categories/orchard.yaml', ['name: Orchard', 'order: 2']);
  const env = { CONTENT_DIR: contentDir, EDITION_URL: pathToFileURL(path.join(root, 'edition.db')).href };
  return {
    env,
    write: (story) => write(fileOf(story), linesOf(story)),
    commit: (at) => commitAll(contentDir, at),
    publish: async () => {
      const script = ['node_modules/tsx/dist/cli.mjs', 'lib/cli/build-edition.ts'];
      await run(process.execPath, script, { env: { ...process.env, ...env } });
    },
    preview: async (story, settings) => {
      const script = ['node_modules/tsx/dist/cli.mjs', 'lib/cli/preview.ts', path.join(contentDir, fileOf(story))];
      const { stdout } = await run(process.execPath, script, { env: { ...process.env, ...env, ...settings } });
      return stdout.trim();
    },
    destroy: () => rmSync(root, { recursive: true }),
  };
}

function commitAll(folder: string, at: Date): void {
  const date = at.toISOString();
  const editor = { GIT_AUTHOR_NAME: 'Mina', GIT_AUTHOR_EMAIL: 'desk@example.org', GIT_AUTHOR_DATE: date };
  const committer = { GIT_COMMITTER_NAME: 'Mina', GIT_COMMITTER_EMAIL: 'desk@example.org', GIT_COMMITTER_DATE: date };
  const env = {
    ...process.env,
    ...editor,
    ...committer,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  };
  const steps = [['init'], ['add', '--all'], ['commit', '--message=A change']];
  for (const step of steps) execFileSync('git', ['-C', folder, ...step], { env, stdio: 'pipe' });
}

/** The path of a story's page. */
export function pathOf({ slug, publishedAt }: Pick<Story, 'slug' | 'publishedAt'>): string {
  return `/${publishedAt.toISOString().slice(0, 10).replaceAll('-', '/')}/${slug}`;
}

function fileOf({ slug, publishedAt }: Story): string {
  return `articles/${publishedAt.toISOString().slice(0, 7).replace('-', '/')}/${slug}.mdx`;
}

function linesOf({ slug, publishedAt, title, summary, category, body, more = [] }: Story): string[] {
  return [
    '---',
    `title: ${title ?? `The story of ${slug}`}`,
    `summary: ${summary ?? 'What it adds.'}`,
    `publishedAt: ${publishedAt.toISOString().replace('Z', '+00:00')}`,
    'authors: [mina-park]',
    `category: ${category ?? 'harbour'}`,
    ...more,
    '---',
    '',
    body ?? 'The sea is calm today.',
  ];
}
