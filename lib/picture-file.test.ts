import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DocumentCompiler } from './edition/compile-documents';
import { isPostgresAddress } from './edition/engine-address.mjs';
import { makeStory, picture, writeNewsroom, type Newsroom } from './edition/newsroom.fixture';
import { openEdition, withDraft } from './edition/open-edition';
import { rollbackEdition } from './edition/rollback-edition';
import { readPicture } from './picture-file';

const compiler = new DocumentCompiler(process.cwd());
const src = '/images/wide.png';
let newsroom: Newsroom;

beforeEach(async () => {
  newsroom = await writeNewsroom(compiler, { 'articles/2025/10/first.mdx': makeStory() });
  vi.stubEnv('CONTENT_DIR', newsroom.contentDir);
});

afterEach(() => {
  vi.unstubAllEnvs();
  newsroom.destroy();
});

afterAll(() => compiler.stop());

async function read(): Promise<Buffer> {
  const edition = openEdition(newsroom.editionAddress);
  try {
    return await withDraft(edition, () => readPicture(src));
  } finally {
    await edition.destroy();
  }
}

it('a picture is what its editors published last', async () => {
  await newsroom.publish();
  expect(await read()).toEqual(readFileSync(path.join(newsroom.contentDir, src)));
  const another = await picture(1300);
  newsroom.write(src.slice(1), another);
  await newsroom.publish();
  expect(await read()).toEqual(another);
});

it('where the edition is in a database, nobody needs the newsroom to serve it, also when a publication is taken back', async () => {
  await newsroom.publish();
  const first = readFileSync(path.join(newsroom.contentDir, src));
  const second = await picture(1300);
  newsroom.write(src.slice(1), second);
  await newsroom.publish();
  rmSync(path.join(newsroom.contentDir, src));
  if (isPostgresAddress(newsroom.editionAddress)) expect(await read()).toEqual(second);
  else await expect(read()).rejects.toThrow(/no such file/);
  await rollbackEdition(newsroom.editionAddress, process.cwd());
  if (isPostgresAddress(newsroom.editionAddress)) expect(await read()).toEqual(first);
});
