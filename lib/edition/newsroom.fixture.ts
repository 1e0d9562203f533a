import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { ownAddress } from './edition-address.fixture';
import type { DocumentCompiler } from './compile-documents';
import { publishEdition, type PublishOptions, type PublishResult } from './publish-edition';

/** A story as an editor writes it; a field that is set to undefined is left out. Body: from line 9 on. */
export function makeStory(fields: Record<string, string | undefined> = {}, body = 'The sea is calm today.'): string {
  const all: Record<string, string | undefined> = {
    title: 'A headline',
    summary: 'What it adds.',
    publishedAt: '2025-10-25T09:30:00+09:00',
    authors: '[caleb-wilson]',
    category: 'world',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** A paper in a folder of its own. */
export type Newsroom = {
  contentDir: string;
  editionAddress: string;
  write: (file: string, content: string | Uint8Array) => void;
  read: (file: string) => string;
  remove: (file: string) => void;
  publish: (options?: Partial<PublishOptions>) => Promise<PublishResult>;
  /** What publishing reports: file:line:column message, files as below the content folder. */
  problems: () => Promise<string[]>;
  destroy: () => void;
};

/**
 * Writes a paper with two authors, two categories, a page and a picture of 1200 px.
 *
 * @param files further files, or others in place of those, by their path below the content folder
 */
export async function writeNewsroom(compiler: DocumentCompiler, files: Record<string, string> = {}): Promise<Newsroom> {
  const root = mkdtempSync(path.join(tmpdir(), 'slugline-'));
  const contentDir = path.join(root, 'content');
  const editionAddress = await ownAddress(root);
  const write: Newsroom['write'] = (file, content) => {
    const target = path.join(contentDir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  const paper = {
    'site.yaml':
      'name: The Paper\ndescription: News.\nlocale: en-GB\ntimeZone: Asia/Seoul\n' +
      'publisher:\n  name: The Publisher\n  contactEmail: desk@example.org\n',
    'authors/caleb-wilson.mdx': '---\nname: Caleb Wilson\n---\n\nCaleb writes.\n',
    'authors/mina-park.mdx': '---\nname: Mina Park\n---\n',
    'categories/world.yaml': 'name: World\norder: 1\n',
    'categories/trade.yaml': 'name: Trade\norder: 2\n',
    'pages/about.mdx': '---\ntitle: About\n---\n\nWho we are.\n',
    ...files,
  };
  for (const [file, text] of Object.entries(paper)) write(file, text);
  write('images/wide.png', await picture(1200));
  const publish: Newsroom['publish'] = (options) =>
    publishEdition({ contentDir, editionAddress, projectDir: process.cwd(), compiler, ...options });
  return {
    contentDir,
    editionAddress,
    write,
    read: (file) => readFileSync(path.join(contentDir, file), 'utf8'),
    remove: (file) => rmSync(path.join(contentDir, file)),
    publish,
    problems: async () => {
      const { problems } = await publish();
      return problems.map(
        ({ file, line, column, message }) => `${path.relative(contentDir, file)}:${line}:${column} ${message}`,
      );
    },
    destroy: () => rmSync(root, { recursive: true }),
  };
}

/** @param width in px */
export function picture(width: number): Promise<Buffer> {
  return sharp({ create: { width, height: 10, channels: 3, background: '#888' } })
    .png()
    .toBuffer();
}
