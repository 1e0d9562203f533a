import { readFile, rm } from 'node:fs/promises';
import type { Problem } from '../content/problem';
import { writeWhole } from '../write-file';
import type { FilePlace } from './file-place';

/** What becomes of a file: its new text, or undefined where it goes. */
export type FileChange = { place: FilePlace; text: string | undefined };

/** What a check found. */
export type Check = () => Promise<Problem[]>;

/**
 * Writes files, when the paper has no mistake with them that it has not without them; otherwise every file is put back
 * as it was. The mistakes of others stand in nobody's way.
 *
 * @returns what stands in the way; empty when the files are saved
 */
export async function saveFiles(changes: FileChange[], check: Check): Promise<Problem[]> {
  const known = new Set((await check()).map(keyOf));
  const before = await Promise.all(changes.map(async ({ place }) => ({ place, bytes: await readIfThere(place) })));
  const undo = async () => {
    for (const { place, bytes } of before) await put(place, bytes);
  };
  try {
    for (const { place, text } of changes) await put(place, text);
    const problems = (await check()).filter((problem) => !known.has(keyOf(problem)));
    if (problems.length > 0) await undo();
    return problems;
  } catch (error) {
    await undo();
    throw error;
  }
}

/** The bytes of a file; undefined when there is none. */
export async function readIfThere({ absolute }: FilePlace): Promise<Buffer | undefined> {
  try {
    return await readFile(absolute);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function put({ absolute }: FilePlace, content: string | Uint8Array | undefined): Promise<void> {
  if (content === undefined) await rm(absolute, { force: true });
  else await writeWhole(absolute, content);
}

/** Lines may have moved since. */
function keyOf({ file, message }: Problem): string {
  return `${file}\n${message}`;
}
