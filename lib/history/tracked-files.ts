import type { FileChange } from '../git/file-changes';
import type { FileVersion } from './file-version';

/**
 * Follows files back through the log, past their renames. Changes are told newest first, so a path that was not heard
 * of before is a file of today.
 */
export class TrackedFiles {
  /** Each file's versions, newest first, by its path today. */
  readonly versions = new Map<string, FileVersion[]>();
  /** Which file of today a path of the past belonged to; none, where that file is gone or was another one. */
  readonly #fileAt = new Map<string, string | undefined>();

  note({ kind, path, renamedFrom, commit, committedAt, before, after }: FileChange): void {
    const file = this.#fileAt.has(path) || kind === 'deleted' ? this.#fileAt.get(path) : path;
    this.#fileAt.set(path, file);
    // A file that was only moved says what it said before.
    if (file !== undefined && after !== undefined && after !== before) {
      const versions = this.versions.get(file) ?? [];
      versions.push({ commit, path, committedAt, blob: after });
      this.versions.set(file, versions);
    }
    if (renamedFrom !== undefined) this.#fileAt.set(renamedFrom, file);
    // A path may have belonged to another file before this one came to it. What was deleted stays so: a story that is
    // written anew under an old path begins a history of its own.
    if (renamedFrom !== undefined || kind === 'added') this.#fileAt.set(path, undefined);
  }

  /** The paths that were heard of, as they were before the oldest change, and the files of today that they became. */
  origins(): ReadonlyMap<string, string | undefined> {
    return this.#fileAt;
  }
}
