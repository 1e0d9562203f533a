import { isDeepStrictEqual } from 'node:util';
import { readFrontMatter } from '../content/front-matter';
import { closeBody, openBody, type RoundTrip } from './desk-body';
import { mergeFields, withoutEmpty } from './desk-fields';
import type { DeskField } from './forms';

/** How files of a kind are read and written for the editor. */
export type DeskFormat = { isWhole: boolean; form: DeskField[]; roundTrip: RoundTrip };

/**
 * A file as the editor gets it: its fields in a YAML that can be read in one way only, so that a moment stays the text
 * that it is, and its body as `openBody` has it.
 *
 * @throws Error with a sentence, when its fields cannot be read
 */
export function openFile(text: string, { isWhole, roundTrip }: DeskFormat): string {
  const { data, body } = readSoundly(text, isWhole);
  const fields = Object.entries(data).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}\n`);
  return isWhole ? fields.join('') : `---\n${fields.join('')}---\n${openBody(body, roundTrip).text}`;
}

/**
 * A file as the desk saves it: what nobody touched is as it was, byte for byte.
 *
 * @param edited what the editor gave back
 * @param original the file as it is; undefined for a new one
 * @throws Error with a sentence, when it cannot be written without losing something
 */
export function closeFile(
  edited: string,
  original: string | undefined,
  { isWhole, form, roundTrip }: DeskFormat,
): string {
  const given = readSoundly(edited, isWhole);
  const before = original === undefined ? undefined : readSoundly(original, isWhole);
  const yaml = original === undefined ? '' : isWhole ? original : yamlOf(original);
  const fields = mergeFields(yaml, before?.data ?? {}, given.data, form);
  const head = isWhole ? fields : `---\n${fields}---\n`;
  const text = isWhole ? head : head + closeBody(given.body, before && openBody(before.body, roundTrip));
  const written = readSoundly(text, isWhole).data;
  if (!isDeepStrictEqual(withoutEmpty(written, form), withoutEmpty(given.data, form))) {
    throw new Error('The fields of this file are written in a way that the desk would lose. Edit the file itself.');
  }
  return text;
}

function readSoundly(text: string, isWhole: boolean) {
  const read = readFrontMatter(text, isWhole);
  const [mistake] = read.mistakes;
  if (mistake) throw new Error(`Line ${mistake.line}: ${mistake.message} Mend it in the file itself.`);
  return read;
}

/** The lines between the fences. */
function yamlOf(text: string): string {
  return /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text)?.[1] ?? '';
}
