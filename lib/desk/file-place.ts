import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { kindOf, type ContentKind } from '../content/content-file';

/** Where a file that the editor names lies. */
export type FilePlace = { file: string; kind: ContentKind; absolute: string };

/**
 * The place of a file of the newsroom's folder, whether it is there already or not.
 *
 * @param file path below the content folder, with forward slashes, as a browser sent it
 * @param contentDir absolute
 * @throws Error with a sentence for a path that leads anywhere else, also by a symbolic link
 */
export function placeOf(file: string, contentDir: string): FilePlace {
  const kind = kindOf(file)?.kind;
  const isPlain = file.split('/').every((part) => /^[^.\\\p{Cc}][^\\\p{Cc}]*$/u.test(part));
  if (!kind || !isPlain) throw new Error(`The desk writes no file ${file}: nothing of the paper lives there.`);
  const root = realpathSync(contentDir);
  const absolute = path.join(root, file);
  for (let part = absolute; part !== root; part = path.dirname(part)) {
    if (lstatSync(part, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new Error(
        `${path.relative(root, part)} is a symbolic link, and the desk follows none. Edit the file that it leads to.`,
      );
    }
  }
  return { file, kind, absolute };
}
