import type { Problem } from '../content/problem';
import type { Body } from '../mdx/body';
import { checkFile, type CheckedFile } from './check-file';
import type { AddressBook } from './check-references';
import { bodyOf, type DocumentCompiler } from './compile-documents';
import { readFiles, type FileState } from './read-content';
import type { EditionWriter } from './write-edition';

/** How files are read and named. */
export type Reading = {
  contentDir: string;
  timeZone: string;
  /** The path that messages name, for one below the content folder. */
  nameOf: (file: string) => string;
};

/** Documents that are read, compiled and written together: what is in memory at one time. */
const batchSize = 500;

/** Reads content files, writes the rows of the sound ones, and finds every mistake in the others. */
export async function writeFiles(
  files: string[],
  { contentDir, timeZone, nameOf }: Reading,
  tools: { compiler: DocumentCompiler; writer: EditionWriter; book: AddressBook },
  onProgress: (message: string) => void,
): Promise<Problem[]> {
  const { compiler, writer, book } = tools;
  const problems: Problem[] = [];
  for (let start = 0; start < files.length; start += batchSize) {
    const batch = await checkFiles(contentDir, files.slice(start, start + batchSize), nameOf, timeZone);
    const bodies = await writeBatch(batch, compiler, writer);
    for (const { state, checked } of batch) {
      const body = bodies.get(state.path);
      problems.push(...checked.problems, ...bodyProblems(body, checked, nameOf(state.path)));
      book.add(checked, nameOf(state.path), problems);
      await writer.writeRefs(checked, body);
    }
    const done = Math.min(start + batchSize, files.length);
    if (files.length > batchSize) onProgress(`  ${done.toLocaleString('en')} done`);
  }
  return problems;
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
    // Loaded where it is needed: it takes half a second.
    const { compileBody } = await import('../mdx/compile-body');
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
