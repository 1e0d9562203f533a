import path from 'node:path';
import { sortProblems, type Problem } from '../content/problem';
import { writeHistories } from '../history/write-histories';
import { compileBody } from '../mdx/compile-body';
import type { Body } from '../mdx/body';
import { checkFile, type CheckedFile } from './check-file';
import { AddressBook, checkReferences } from './check-references';
import { bodyOf, DocumentCompiler } from './compile-documents';
import { closeEdition, openEdition, type Edition } from './open-edition';
import { fingerprint, hashFiles, listContent, listImages, readFiles, type FileState } from './read-content';
import { readSourceState } from './source-state';
import { EditionWriter } from './write-edition';

export type PublishOptions = {
  /** Absolute. */
  contentDir: string;
  /** Absolute. */
  editionFile: string;
  /** Where contentlayer.config.ts is; absolute. */
  projectDir: string;
  /** Checks everything and writes nothing. */
  dryRun?: boolean;
  /** Told what is being done, with counts, for those who wait. */
  onProgress?: (message: string) => void;
  /** A compiler to use again; by default one is started, and stopped at the end. */
  compiler?: DocumentCompiler;
};

export type PublishResult = {
  /** Empty when the edition was written, or would have been. */
  problems: Problem[];
  /** Files, by their path below the content folder. */
  changed: string[];
  removed: string[];
  /** Files of stories whose public history is another one than before. */
  historyChanged: string[];
};

/** Documents that are read, compiled and written together: what is in memory at one time. */
const batchSize = 500;

/**
 * Brings the edition up to content/: reads what changed since it was written, checks that and everything that depends
 * on it, and writes it in one transaction. With a problem anywhere nothing is written.
 *
 * @throws Error when the content folder is missing, or a tool fails; the edition is untouched then too
 */
export async function publishEdition(options: PublishOptions): Promise<PublishResult> {
  const edition = openEdition(options.editionFile);
  const compiler = options.compiler ?? new DocumentCompiler(options.projectDir);
  try {
    return await publish(edition, compiler, options);
  } finally {
    if (!options.compiler) await compiler.stop();
    await closeEdition(edition);
  }
}

async function publish(edition: Edition, compiler: DocumentCompiler, options: PublishOptions): Promise<PublishResult> {
  const { contentDir, projectDir, dryRun = false, onProgress = () => {} } = options;
  const files = await listContent(contentDir);
  const timeZone = await readTimeZone(contentDir, files);
  const print = await fingerprint(projectDir, timeZone);
  const before = await readSourceState(edition, print);
  const hashes = await hashFiles(contentDir, files);
  const changed = files.filter((file) => hashes.get(file) !== before.hashes.get(file));
  const removed = [...before.hashes.keys()].filter((file) => !hashes.has(file));
  const nameOf = (file: string) => displayName(contentDir, file);

  const problems: Problem[] = [];
  const historyChanged: string[] = [];
  if (!files.includes('site.yaml')) {
    const message = 'The paper has no site.yaml. Write one with name, description, locale, timeZone and publisher.';
    problems.push({ file: nameOf('site.yaml'), line: 1, column: 1, message });
  }
  if (changed.length > 20) onProgress(`Reading ${count(changed.length)} changed files…`);

  await inTransaction(edition, async (draft) => {
    const writer = new EditionWriter(draft, timeZone);
    const book = new AddressBook();
    if (before.isOtherFingerprint) await writer.reset(print);
    await writer.remove([...removed, ...changed]);
    for (let start = 0; start < changed.length; start += batchSize) {
      const batch = await checkFiles(contentDir, changed.slice(start, start + batchSize), nameOf, timeZone);
      const bodies = await writeBatch(batch, compiler, writer);
      for (const { state, checked } of batch) {
        const body = bodies.get(state.path);
        problems.push(...checked.problems, ...bodyProblems(body, checked, nameOf(state.path)));
        book.add(checked, nameOf(state.path), problems);
        await writer.writeRefs(checked, body);
      }
      if (changed.length > batchSize) onProgress(`  ${count(Math.min(start + batchSize, changed.length))} done`);
    }
    await writer.writeImages(await listImages(contentDir));
    problems.push(...(await checkReferences(draft, book, nameOf)));
    if (problems.length > 0 || dryRun) return false;
    historyChanged.push(...(await writeHistories(draft, { contentDir, changed, removed, onProgress })));
    return true;
  });
  return { problems: sortProblems(problems), changed, removed, historyChanged };
}

/** Runs work in a transaction and keeps what it did only when it says so. */
async function inTransaction(edition: Edition, work: (draft: Edition) => Promise<boolean>): Promise<void> {
  const transaction = await edition.startTransaction().execute();
  try {
    if (await work(transaction)) await transaction.commit().execute();
    else await transaction.rollback().execute();
  } catch (error) {
    if (!transaction.isCommitted) await transaction.rollback().execute();
    throw error;
  }
}

type CheckedState = { state: FileState; checked: CheckedFile };

async function checkFiles(
  contentDir: string,
  files: string[],
  nameOf: (file: string) => string,
  timeZone: string,
): Promise<CheckedState[]> {
  const read: CheckedState[] = [];
  await readFiles(contentDir, files, (state) => {
    read.push({ state, checked: checkFile(state.path, state.bytes, nameOf(state.path), timeZone) });
  });
  // Files arrive as the disk has them; which of two is “taken already” must not depend on that.
  return read.toSorted((a, b) => (a.state.path < b.state.path ? -1 : 1));
}

/** Compiles the sound files of a batch and writes their rows; the others' bodies are compiled to find every mistake. */
async function writeBatch(
  batch: CheckedState[],
  compiler: DocumentCompiler,
  writer: EditionWriter,
): Promise<Map<string, Body>> {
  const sound = batch.filter(({ checked }) => checked.problems.length === 0);
  const documents = await compiler.compile(sound.map(({ checked }) => checked.document));
  const bodies = new Map(
    [...documents.articles, ...documents.authors, ...documents.pages].map((document) => [
      document._id,
      bodyOf(document),
    ]),
  );
  for (const { checked } of batch) {
    if (checked.problems.length === 0 || checked.frontMatter.body === '') continue;
    bodies.set(checked.document.path, compileBody(checked.frontMatter.body));
  }
  await writer.writeDocuments(documents, bodies);
  await writer.writeSources(sound.map(({ state }) => state));
  return bodies;
}

function bodyProblems(body: Body | undefined, checked: CheckedFile, file: string): Problem[] {
  const offset = checked.frontMatter.bodyLine - 1;
  return (body?.problems ?? []).map(({ line, column, message }) => ({ file, line: line + offset, column, message }));
}

/** The path that messages name: as seen from where the command runs, unless that would climb out of it. */
function displayName(contentDir: string, file: string): string {
  const absolute = path.join(contentDir, file);
  const relative = path.relative(process.cwd(), absolute);
  return relative.startsWith('..') ? absolute : relative.split(path.sep).join('/');
}

/** The zone that addresses are in; UTC while site.yaml does not name one that exists, which is reported elsewhere. */
async function readTimeZone(contentDir: string, files: string[]): Promise<string> {
  const zones: string[] = [];
  if (files.includes('site.yaml')) {
    await readFiles(contentDir, ['site.yaml'], ({ bytes }) => {
      const { document, problems } = checkFile('site.yaml', bytes, 'site.yaml', 'UTC');
      const zone = document.data.timeZone;
      if (typeof zone === 'string' && !problems.some(({ message }) => message.includes('time zone'))) zones.push(zone);
    });
  }
  return zones[0] ?? 'UTC';
}

function count(number: number): string {
  return number.toLocaleString('en');
}
