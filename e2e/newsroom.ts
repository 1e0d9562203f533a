import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A small paper of a test's own: what its editors do, and the settings of a server for its readers. */
export type Newsroom = {
  env: { CONTENT_DIR: string; EDITION_URL: string };
  write: (story: Story) => void;
  /** What the file of a story says. */
  read: (story: Pick<Story, 'slug' | 'publishedAt'>) => string;
  remove: (story: Story) => void;
  /** A page about the paper, with these lines of front matter. */
  writePage: (slug: string, title: string, more: string[]) => void;
  writeAuthor: (bio: string, name?: string) => void;
  /** What the editors did becomes a commit, now or at another moment; the first time in a repository that it makes. */
  commit: (subject: string, at?: Date) => Promise<void>;
  /** Writes the edition, and tells nobody. */
  publish: () => Promise<void>;
  /** What `npm run check` prints; it throws when the check finds a mistake. */
  check: () => Promise<string>;
  /** `npm run publish` with these arguments, for the sites that the settings name. */
  goLive: (env: Record<string, string>, ...args: string[]) => Promise<Receipt>;
  /** The same process, to be killed. */
  startGoingLive: (env: Record<string, string>, ...args: string[]) => GoingLive;
  git: (...args: string[]) => Promise<string>;
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
  tags?: string[];
  body?: string;
  /** Further lines of front matter. */
  more?: string[];
};

/** What a publication printed, and how it ended. */
export type Receipt = { text: string; status: number | null };

export type GoingLive = { kill: () => void; ended: Promise<Receipt> };

export type NewsroomOptions = {
  /** Lines of site.yaml that say what the paper is called, what it is about, and its locale. */
  paper?: string[];
  author?: string;
  /** The names of the sections `harbour` and `orchard`. */
  sections?: [string, string];
  /** Where the edition is; a file of its own by default. */
  editionUrl?: string;
};

/** The time zone of the paper is UTC, so a story's day is that of its moment in ISO 8601. */
export function openNewsroom({
  paper = ['name: The Small Paper', 'description: News.', 'locale: en-GB'],
  author = 'Mina Park',
  sections: [harbour, orchard] = ['Harbour', 'Orchard'],
  editionUrl,
}: NewsroomOptions = {}): Newsroom {
  const root = mkdtempSync(path.join(tmpdir(), 'slugline-e2e-'));
  const contentDir = path.join(root, 'content');
  const write = (file: string, lines: string[]) => {
    const target = path.join(contentDir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, `${lines.join('\n')}\n`);
  };
  const publisher = ['publisher:', '  name: The Publisher', '  contactEmail: desk@example.org'];
  write('site.yaml', [...paper, 'timeZone: UTC', ...publisher]);
  write('authors/mina-park.mdx', ['---', `name: ${author}`, '---']);
  write('categories/harbour.yaml', [`name: ${harbour}`, 'order: 1']);
  write('categories/orchard.yaml', [`name: ${orchard}`, 'order: 2']);
  const runGit = async (args: string[], dates: Record<string, string> = {}) => {
    const who = ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', '-c', 'init.defaultBranch=main'];
    const own = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
    const { stdout } = await run('git', ['-C', contentDir, ...who, ...args], {
      env: { ...process.env, ...own, ...dates },
    });
    return stdout.trim();
  };
  const git = (...args: string[]) => runGit(args);
  const env = {
    CONTENT_DIR: contentDir,
    EDITION_URL: editionUrl ?? pathToFileURL(path.join(root, 'edition.db')).href,
  };
  const startGoingLive = (settings: Record<string, string>, ...args: string[]): GoingLive => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/publish.ts', ...args], {
      env: { ...process.env, ...env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += String(piece)));
    return {
      kill: () => child.kill('SIGKILL'),
      ended: new Promise((resolve) => child.once('close', (status) => resolve({ text, status }))),
    };
  };
  const runCommand = async (command: string, ...args: string[]) => {
    const script = ['node_modules/tsx/dist/cli.mjs', `lib/cli/${command}.ts`, ...args];
    return (await run(process.execPath, script, { env: { ...process.env, ...env } })).stdout.trim();
  };
  return {
    env,
    git,
    write: (story) => write(fileOf(story), linesOf(story)),
    read: (story) => readFileSync(path.join(contentDir, fileOf(story)), 'utf8'),
    remove: (story) => rmSync(path.join(contentDir, fileOf(story))),
    writePage: (slug, title, more) =>
      write(`pages/${slug}.mdx`, ['---', `title: ${title}`, ...more, '---', '', 'What it says.']),
    writeAuthor: (bio, name = 'Mina Park') => write('authors/mina-park.mdx', ['---', `name: ${name}`, '---', '', bio]),
    commit: async (subject, at = new Date()) => {
      const date = at.toISOString();
      if (!existsSync(path.join(contentDir, '.git'))) await git('init', '--quiet');
      await git('add', '--all');
      const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      await runGit(['commit', '--quiet', '--allow-empty', '--message', subject], dates);
    },
    startGoingLive,
    goLive: (settings, ...args) => startGoingLive(settings, ...args).ended,
    publish: async () => {
      await runCommand('build-edition');
    },
    check: () => runCommand('check'),
    preview: async (story, settings) => {
      const script = ['node_modules/tsx/dist/cli.mjs', 'lib/cli/preview.ts', path.join(contentDir, fileOf(story))];
      const { stdout } = await run(process.execPath, script, { env: { ...process.env, ...env, ...settings } });
      return stdout.trim();
    },
    destroy: () => rmSync(root, { recursive: true }),
  };
}

/** The path of a story's page. */
export function pathOf({ slug, publishedAt }: Pick<Story, 'slug' | 'publishedAt'>): string {
  return `/${publishedAt.toISOString().slice(0, 10).replaceAll('-', '/')}/${slug}`;
}

function fileOf({ slug, publishedAt }: Pick<Story, 'slug' | 'publishedAt'>): string {
  return `articles/${publishedAt.toISOString().slice(0, 7).replace('-', '/')}/${slug}.mdx`;
}

function linesOf({ slug, publishedAt, title, summary, category, tags = [], body, more = [] }: Story): string[] {
  return [
    '---',
    `title: ${title ?? `The story of ${slug}`}`,
    `summary: ${summary ?? 'What it adds.'}`,
    `publishedAt: ${publishedAt.toISOString().replace('Z', '+00:00')}`,
    'authors: [mina-park]',
    `category: ${category ?? 'harbour'}`,
    ...(tags.length > 0 ? [`tags: [${tags.join(', ')}]`] : []),
    ...more,
    '---',
    '',
    body ?? 'The sea is calm today.',
  ];
}
