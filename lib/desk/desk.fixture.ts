import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Problem } from '../content/problem';
import { makeStory } from '../edition/newsroom.fixture';
import { Desk } from './desk';
import { readForms } from './forms';

/** A desk on a small newsroom in a folder of its own, whose editor gives texts back as they are. */
export type SmallDesk = {
  desk: Desk;
  contentDir: string;
  read: (file: string) => string;
  write: (file: string, text: string) => void;
  versionOf: (file: string) => Promise<string>;
  destroy: () => void;
};

/** The one story of the newsroom. */
export const storyFile = 'articles/2025/10/talks.mdx';

/** @param check what the check of the whole paper finds */
export function openDesk(check: () => Problem[] = () => []): SmallDesk {
  const root = mkdtempSync(path.join(tmpdir(), 'slugline-desk-'));
  const contentDir = path.join(root, 'content');
  const write = (file: string, text: string) => {
    const target = path.join(contentDir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  write('site.yaml', 'name: The Paper\ntimeZone: Asia/Seoul\n');
  write(storyFile, makeStory());
  const desk = new Desk({
    contentDir,
    forms: readForms(),
    roundTrip: (text) => text,
    check: () => Promise.resolve(check()),
  });
  return {
    desk,
    contentDir,
    write,
    read: (file) => readFileSync(path.join(contentDir, file), 'utf8'),
    versionOf: async (file) => (await desk.entries()).find(({ path: name }) => name === file)?.sha ?? '',
    destroy: () => rmSync(root, { recursive: true }),
  };
}
