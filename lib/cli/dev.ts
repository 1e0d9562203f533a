import './load-env.mjs';
import './end-with-npm.mjs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { watch } from 'chokidar';
import { problemReport } from '../content/problem-report';
import { DocumentCompiler } from '../edition/compile-documents';
import { publishEdition, type PublishResult } from '../edition/publish-edition';
import { withPublishingLock } from '../edition/publishing-lock';
import { unpackCardFonts } from '../cards/unpack-fonts.mjs';
import { trimFonts } from '../fonts/trim-fonts.mjs';
import { readSettings } from '../settings';
import { startNextDev } from './next-dev';
import { proxyWithReload } from './reloading-proxy';

/*
 * `npm run dev`: next dev, and an edition that follows every save in content/. An editor's mistake is printed, and the
 * pages stay as they were until it is mended.
 */

/** Editors save in several writes; this long after the last of them a file is whole, in milliseconds. */
const settlingTime = 50;

/** More names than this make a line that nobody reads. */
const namesShown = 3;

const projectDir = process.cwd();

try {
  await dev();
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}

async function dev(): Promise<void> {
  const { port, siteUrl, contentDir, editionAddress } = readSettings();
  const server = await listen(port);
  await trimFonts();
  await unpackCardFonts();
  const compiler = new DocumentCompiler(projectDir);
  // The first save should not wait for it.
  compiler.warmUp();
  const next = startNextDev(siteUrl, () => compiler.stop());
  const reload = proxyWithReload(server, next);
  const publish = () =>
    withPublishingLock(
      editionAddress,
      () => console.log('Another program writes the edition; waiting until it is done…'),
      () => publishEdition({ contentDir, editionAddress, projectDir, compiler, onProgress: console.log }),
    );
  const start = async () => {
    console.log('Bringing the edition up to date…');
    const result = await publish();
    await compiler.writeTypes({ isForced: true });
    return result;
  };
  await follow(contentDir, start, publish, reload);
  console.log(`The paper is at http://localhost:${port}, and follows ${displayPath(contentDir)} (Ctrl+C ends it)`);
}

/** @throws Error with a sentence when another program has the port */
async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(`Port ${port} is taken by another program. Choose a free one: PORT=${port + 1} npm run dev`);
  }
}

/**
 * Publishes at the start and after every save, one publication at a time, and has open pages load again.
 *
 * @returns once the first publication is done, which a save may already have come after
 */
async function follow(
  contentDir: string,
  start: () => Promise<PublishResult>,
  publish: () => Promise<PublishResult>,
  reload: () => void,
): Promise<void> {
  let hadProblems = false;
  let savedAt: number | undefined;
  let saved = new Set<string>();
  let settling: NodeJS.Timeout | undefined;
  let isPublishing = true;
  let isStale = false;

  const update = async () => {
    if (isPublishing || isStale || savedAt === undefined) return;
    isPublishing = true;
    const [started, files] = [savedAt, saved];
    savedAt = undefined;
    saved = new Set();
    try {
      const { problems, changed, removed } = await publish();
      const pictures = [...files].filter((file) => file.startsWith('images/'));
      const updated = [...changed, ...removed, ...pictures];
      if (problems.length > 0) {
        console.error(problemReport(problems, 'the edition is as it was'));
      } else if (updated.length > 0) {
        console.log(`Updated in ${Math.round(performance.now() - started)} ms: ${listed(updated)}`);
        reload();
      } else if (hadProblems) {
        console.log('All is well again, and nothing else changed.');
      }
      hadProblems = problems.length > 0;
    } catch (error) {
      console.error(messageOf(error));
    }
    isPublishing = false;
    await update();
  };

  const watcher = watch(contentDir, {
    ignoreInitial: true,
    ignored: (file) => isHidden(path.relative(contentDir, file)),
  });
  watcher.on('all', (event, file) => {
    if (event === 'addDir') return;
    savedAt ??= performance.now();
    saved.add(path.relative(contentDir, file).split(path.sep).join('/'));
    clearTimeout(settling);
    settling = setTimeout(() => void update(), settlingTime);
  });
  watcher.on('error', (error) => console.error(`Saves are not seen: ${messageOf(error)}. Start npm run dev again.`));

  // The edition records which code made its rows, as it lies on disk; this process holds the code as it was.
  const ownCode = ['contentlayer.config.ts', 'lib/content', 'lib/edition', 'lib/mdx'];
  watch(ownCode, { ignoreInitial: true, ignored: (file) => file.endsWith('.test.ts') }).on('all', (_, file) => {
    if (!isStale) console.log(`${file} makes the edition: start npm run dev again to see its change and later saves.`);
    isStale = true;
  });

  await once(watcher, 'ready');
  const { problems } = await start();
  hadProblems = problems.length > 0;
  if (hadProblems) console.error(problemReport(problems, 'the edition is as it was'));
  isPublishing = false;
  void update();
}

function listed(files: string[]): string {
  const shown = files.slice(0, namesShown).join(', ');
  return files.length > namesShown ? `${shown} and ${files.length - namesShown} more` : shown;
}

function isHidden(file: string): boolean {
  return /(^|[\\/])\.(?!\.)/.test(file);
}

function displayPath(file: string): string {
  const relative = path.relative(projectDir, file);
  return relative.startsWith('..') ? file : relative;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
