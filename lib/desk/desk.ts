import { checkFile } from '../edition/check-file';
import { readTimeZone } from '../edition/time-zone';
import { readFrontMatter } from '../content/front-matter';
import { checkSaving, isWholeYaml, type ContentKind } from '../content/content-file';
import { sortProblems, type Problem } from '../content/problem';
import { compileBody } from '../mdx/compile-body';
import { ContentTree, versionOf, type TreeEntry } from './content-tree';
import type { RoundTrip } from './desk-body';
import { closeFile, openFile, type DeskFormat } from './desk-file';
import { placeOf, type FilePlace } from './file-place';
import type { Forms } from './forms';
import { savePicture } from './save-picture';
import { readIfThere, saveFiles, type Check, type FileChange } from './save-files';

/** What the editor wants to be saved, in its own form. */
export type DeskUpdate = {
  additions: { path: string; text: string }[];
  deletions: { path: string }[];
  /** The version that each file had when the editor opened it. */
  opened: Record<string, string>;
};

export type DeskOptions = { contentDir: string; forms: Forms; roundTrip: RoundTrip; check: Check };

/** The newsroom's files for people who do not use git: opened for the editor, and saved when the paper stays sound. */
export class Desk {
  #options: DeskOptions;
  #tree: ContentTree;
  /** One save at a time. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#tree = new ContentTree(options.contentDir);
  }

  entries(): Promise<TreeEntry[]> {
    return this.#tree.entries();
  }

  /**
   * A file as the editor gets it; undefined when it is not there, or no longer in that version.
   *
   * @throws Error with a sentence for the editor, when the desk cannot open it
   */
  async open(file: string, version: string): Promise<string | undefined> {
    const place = placeOf(file, this.#options.contentDir);
    const bytes = await readIfThere(place);
    if (!bytes || versionOf(file, bytes) !== version) return undefined;
    return openFile(textOf(bytes, file), this.#formatOf(place.kind));
  }

  /**
   * Writes what the editor gave back, when the paper is sound with it; otherwise every file stays as it was.
   *
   * @throws Error with sentences for the editor, when nothing was saved
   */
  save(update: DeskUpdate): Promise<TreeEntry[]> {
    const saved = this.#queue.then(() => this.#save(update));
    // The next one does not wait for the success of this one, whose caller is told of its failure.
    this.#queue = saved.then(
      () => undefined,
      () => undefined,
    );
    return saved;
  }

  /** Puts a picture beside the others, and returns its address; see `savePicture`. */
  addPicture(name: string, bytes: Uint8Array): Promise<string> {
    return savePicture(this.#options.contentDir, name, bytes);
  }

  async #save({ additions, deletions, opened }: DeskUpdate): Promise<TreeEntry[]> {
    const { contentDir, check } = this.#options;
    const changes: FileChange[] = [];
    for (const { path: file, text } of additions) {
      const place = placeOf(file, contentDir);
      const original = await this.#originalOf(place, opened);
      changes.push({ place, text: closeFile(text, original, this.#formatOf(place.kind)) });
    }
    for (const { path: file } of deletions) {
      const place = placeOf(file, contentDir);
      await this.#originalOf(place, opened);
      changes.push({ place, text: undefined });
    }
    const own = await problemsOf(changes, contentDir);
    const problems = own.length > 0 ? own : await saveFiles(changes, check);
    if (problems.length > 0) throw new Error(refusal(problems, changes));
    return this.#tree.entries();
  }

  /** @throws Error when somebody else changed the file since the editor opened it */
  async #originalOf(place: FilePlace, opened: Record<string, string>): Promise<string | undefined> {
    const bytes = await readIfThere(place);
    const version = bytes && versionOf(place.file, bytes);
    const known = Object.hasOwn(opened, place.file) ? opened[place.file] : undefined;
    if (version === known) return bytes && textOf(bytes, place.file);
    if (!known) throw new Error(`There is a file ${place.file} already. Choose another name.`);
    throw new Error(
      bytes
        ? `Somebody else changed ${place.file} since you opened it. Copy what you wrote, load this page again, and put it in.`
        : `Somebody else removed ${place.file} since you opened it. Copy what you wrote, and make a new one.`,
    );
  }

  #formatOf(kind: ContentKind): DeskFormat {
    const { forms, roundTrip } = this.#options;
    return { isWhole: isWholeYaml(kind), form: forms[kind], roundTrip };
  }
}

/** What can be told of the files by themselves, before anything is written. */
async function problemsOf(changes: FileChange[], contentDir: string): Promise<Problem[]> {
  const timeZone = await readTimeZone(contentDir, ['site.yaml']);
  const problems = changes.flatMap(({ place: { file, kind }, text }) => {
    if (text === undefined) return [];
    const fields = checkFile(file, Buffer.from(text), file, timeZone).problems;
    const { body } = readFrontMatter(text, isWholeYaml(kind));
    return [...fields, ...compileBody(body).problems.map((problem) => ({ ...problem, file }))];
  });
  return sortProblems(problems);
}

/** Names the file only where it is another one than those that were to be saved: their editor has them open. */
function refusal(problems: Problem[], changes: FileChange[]): string {
  const own = changes.map(({ place }) => place.file);
  const sentences = problems.map(({ file, message }) =>
    own.some((name) => file.endsWith(name)) ? message : `In ${file}: ${message}`,
  );
  return ['Not saved.', ...new Set(sentences)].join(' ');
}

function textOf(bytes: Uint8Array, file: string): string {
  const mistake = checkSaving(bytes);
  if (mistake) throw new Error(`The desk cannot open ${file}. ${mistake.message}`);
  return new TextDecoder().decode(bytes);
}
