import { readFileSync, statSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';

/** The files of a function: where each lies in it, and where it is on this machine. */
export type FunctionFiles = Map<string, string>;

/** Of a function, unpacked, on Vercel and on Lambda, in bytes: 250 MB, which both count in powers of two. */
export const unpackedLimit = 250 * 2 ** 20;

/** Of what is sent to Lambda by its API; a larger archive goes by way of S3. */
export const zippedLimit = 50 * 2 ** 20;

/** Where the edition travels, unless it is in Postgres. */
export const editionInFunction = '.slugline/edition.db';

/** Of the edition for one story: 203 MB for 10,000 (docs/performance.md). */
const bytesOfStory = 20_300;

/** In a zip archive around each file, besides its name twice (APPNOTE 4.3.7 and 4.3.12), and at the end. */
const zipEntry = 30 + 46;
const zipEnd = 22;

/** In bytes. */
export function unpackedSize(files: FunctionFiles): number {
  return [...files.values()].reduce((sum, file) => sum + statSync(file).size, 0);
}

/** What a zip archive of the files has, in bytes; reads and compresses all of them. */
export function zippedSize(files: FunctionFiles): number {
  let size = zipEnd;
  for (const [name, file] of files) {
    const bytes = readFileSync(file);
    size += zipEntry + 2 * Buffer.byteLength(name) + Math.min(bytes.length, deflateRawSync(bytes).length);
  }
  return size;
}

/** How many stories an edition may have until the function that it travels in is over the limit. */
export function storiesThatFit(unpacked: number, edition: number): number {
  return Math.max(0, Math.floor((unpackedLimit - (unpacked - edition)) / bytesOfStory));
}

/** Why a host would refuse a function, with the mend; undefined where it would not. */
export function sizeProblem(name: string, unpacked: number, edition: number): string | undefined {
  if (unpacked <= unpackedLimit) return undefined;
  const mend =
    edition > unpacked / 2
      ? 'Most of it is the edition: hold it in Postgres (EDITION_URL=postgres://…).'
      : 'Look at outputFileTracingIncludes in next.config.js, and at what is in content/images.';
  return `The function ${name} has ${megabytes(unpacked)}, and the host takes ${megabytes(unpackedLimit)}. ${mend}`;
}

/** In millions of bytes, as docs/performance.md counts. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
