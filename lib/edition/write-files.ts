import type { Problem } from '../content/problem';
import type { Body, BodyProblem } from '../mdx/body';
import { checkFile, type CheckedFile } from './check-file';
import type { AddressBook } from './check-references';
import type { DocumentCompiler } from './compile-documents';
import { bodyOf, type Documents } from './documents';
import { readFiles, type FileState, type ListedFiles } from './read-content';
import type { EditionWriter } from './write-edition';

/** How files are read and named. */
export type Reading = {
  contentDir: string;
  listed: ListedFiles;
  timeZone: string;
  /** The path that messages name, for one below the content folder. */
  nameOf: (file: string) => string;
};

type Tools = { compiler: DocumentCompiler; writer: EditionWriter; book: AddressBook };

/** Documents that are read, compiled and written together: what is in memory at one time. */
const batchSize = 250;

/** How often those who wait are told how far it is, in milliseconds. */
const progressPause = 5_000;

/**
 * Reads content files, writes the rows of the sound ones, and finds every mistake in the others. While a batch is
 * written, the next ones are compiled, on as many cores as there are.
 */
export async function writeFiles(
  files: string[],
  reading: Reading,
  tools: Tools,
  onProgress: (message: string) => void,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const underway: Promise<CompiledBatch>[] = [];
  const started = performance.now();
  let [done, toldAt] = [0, started];
  const writeNext = async () => {
    const batch = await underway.shift();
    if (!batch) return;
    problems.push(...(await writeBatch(batch, reading, tools)));
    done += batch.files.length;
    const now = performance.now();
    if (now - toldAt < progressPause) return;
    toldAt = now;
    onProgress(`  ${progress(done, files.length, now - started)}`);
  };
  for (let start = 0; start < files.length; start += batchSize) {
    if (underway.length > tools.compiler.batchesAtOnce) await writeNext();
    const batch = compileFiles(files.slice(start, start + batchSize), reading, tools.compiler);
    // Thrown when it is its turn; until then nobody listens.
    batch.catch(() => {});
    underway.push(batch);
  }
  while (underway.length > 0) await writeNext();
  return problems;
}

function progress(done: number, all: number, elapsed: number): string {
  const minutes = Math.ceil(((elapsed / done) * (all - done)) / 60_000);
  return `${done.toLocaleString('en')} of ${all.toLocaleString('en')} done, about ${minutes} min left`;
}

type CheckedState = { state: FileState; checked: CheckedFile };

type CompiledBatch = { files: CheckedState[]; documents: Documents; bodies: Map<string, Body> };

/** Compiles the sound ones of some files, and the others' bodies to find every mistake. */
async function compileFiles(files: string[], reading: Reading, compiler: DocumentCompiler): Promise<CompiledBatch> {
  const checkedFiles = await checkFiles(files, reading);
  const sound = checkedFiles.filter(({ checked }) => isSound(checked));
  const documents = await compiler.compile(sound.map(({ checked }) => checked.document));
  const bodies = new Map(
    [...documents.articles, ...documents.authors, ...documents.pages].map((document) => [
      document._id,
      bodyOf(document),
    ]),
  );
  for (const { checked } of checkedFiles) {
    if (isSound(checked) || checked.frontMatter.body === '') continue;
    // Loaded where it is needed: it takes half a second.
    const { compileBody } = await import('../mdx/compile-body');
    bodies.set(checked.document.path, compileBody(checked.frontMatter.body));
  }
  return { files: checkedFiles, documents, bodies };
}

async function checkFiles(files: string[], { contentDir, nameOf, timeZone }: Reading): Promise<CheckedState[]> {
  const read: CheckedState[] = [];
  await readFiles(contentDir, files, (state) => {
    read.push({ state, checked: checkFile(state.path, state.bytes, nameOf(state.path), timeZone) });
  });
  // Files arrive as the disk has them; which of two is “taken already” must not depend on that.
  return read.toSorted((a, b) => (a.state.path < b.state.path ? -1 : 1));
}

function isSound({ problems }: CheckedFile): boolean {
  return problems.length === 0;
}

/** Writes the rows of a batch, and tells what is wrong in it. */
async function writeBatch(
  { files, documents, bodies }: CompiledBatch,
  { listed, nameOf }: Reading,
  { writer, book }: Tools,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const sound = files.filter(({ checked }) => isSound(checked));
  await writer.writeDocuments(documents, bodies);
  await writer.writeSources(
    sound.map(({ state }) => state),
    listed,
  );
  for (const { state, checked } of files) {
    const body = bodies.get(state.path);
    problems.push(
      ...checked.problems,
      ...moved(body?.problems, checked).map((problem) => ({ file: nameOf(state.path), ...problem })),
    );
    book.add(checked, nameOf(state.path), problems);
    await writer.writeRefs(checked, body);
    await writer.writeWarnings(state.path, [...checked.warnings, ...moved(body?.warnings, checked)]);
  }
  return problems;
}

/** Notes on a body, whose lines count from its first, as notes on its file. */
function moved(notes: BodyProblem[] = [], { frontMatter }: CheckedFile): BodyProblem[] {
  return notes.map((note) => ({ ...note, line: note.line + frontMatter.bodyLine - 1 }));
}
