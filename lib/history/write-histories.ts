import type { Edition } from '../edition/open-edition';
import { BlobReader } from '../git/blob-reader';
import { fileChanges } from '../git/file-changes';
import { GitFailure } from '../git/git-failure';
import { readBranch, wasAt, type Branch } from './branch';
import type { FileVersion } from './file-version';
import { HistoryTables, type PublishedStory } from './history-tables';
import { storyHistory, unchangedHistory, type StoryHistory } from './story-history';
import { TrackedFiles } from './tracked-files';

export type HistoryOptions = {
  /** Absolute. */
  contentDir: string;
  /** Content files that changed on disk, and that are gone, by their path below the folder. */
  changed: string[];
  removed: string[];
  /** Told why there is no history, when git fails. */
  onProgress: (message: string) => void;
};

/** Where stories are, below the content folder. */
const stories = 'articles';
/** Stories whose versions are in memory at one time. */
const storiesAtOnce = 200;

/**
 * Brings the public history of stories up to git: what each commit since the last publication changed, or all of the
 * log when the branch is not where it was. Without git, a repository or a commit there is no history; nor when git
 * fails, which is said. Call it within the transaction of a publication, when the articles are written.
 *
 * @returns the files of stories whose history is another one than before, in order
 */
export async function writeHistories(draft: Edition, options: HistoryOptions): Promise<string[]> {
  const tables = new HistoryTables(draft);
  try {
    const branch = await readBranch(options.contentDir);
    return branch ? await update(tables, branch, options) : await tables.clear();
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    options.onProgress(`Stories are published without their history, which git did not give: ${error.message}`);
    return tables.clear();
  }
}

async function update(tables: HistoryTables, branch: Branch, options: HistoryOptions): Promise<string[]> {
  const { contentDir, changed, removed } = options;
  const inGit = await readLog(tables, contentDir, branch);
  const files = [...new Set([...inGit, ...changed, ...removed])]
    .filter((file) => file.startsWith(`${stories}/`))
    .sort();
  const locale = await tables.locale();
  const blobs = new BlobReader(contentDir);
  try {
    const rewritten: string[] = [];
    for (let start = 0; start < files.length; start += storiesAtOnce) {
      rewritten.push(...(await rewrite(tables, blobs, branch, files.slice(start, start + storiesAtOnce), locale)));
    }
    await blobs.close();
    return rewritten;
  } finally {
    blobs.stop();
  }
}

/** Brings the versions up to the branch; returns the files whose versions, or what is known of them, changed. */
async function readLog(tables: HistoryTables, folder: string, branch: Branch): Promise<string[]> {
  const before = await tables.readUpTo();
  // Another depth of a shallow clone makes other commits seem to be the first.
  const isSameClone = before?.cutOff.join() === branch.cutOff.join();
  if (before && isSameClone && before.head === branch.head) return [];
  await tables.writeReadUpTo(branch);
  if (before && isSameClone && (await wasAt(folder, before.head, branch.head))) {
    return readSince(tables, folder, before.head, branch);
  }
  return readAll(tables, folder, branch, isSameClone);
}

/** Adds what the log has since a commit. */
async function readSince(tables: HistoryTables, folder: string, since: string, { head }: Branch): Promise<string[]> {
  const tracked = new TrackedFiles();
  for await (const change of fileChanges(folder, `${since}..${head}`, stories)) tracked.note(change);
  const origins = tracked.origins();
  const files = [...new Set([...origins.keys(), ...tracked.versions.keys()])];
  const before = await tables.versions(files);
  const after = new Map<string, FileVersion[]>();
  for (const [origin, file] of origins) if (file !== undefined) after.set(file, before.get(origin) ?? []);
  for (const [file, versions] of tracked.versions)
    after.set(file, [...(after.get(file) ?? []), ...versions.toReversed()]);
  await tables.replaceVersions(files, after);
  return files;
}

/** Reads the log from its beginning. */
async function readAll(
  tables: HistoryTables,
  folder: string,
  { head }: Branch,
  isSameClone: boolean,
): Promise<string[]> {
  const tracked = new TrackedFiles();
  for await (const change of fileChanges(folder, head, stories)) tracked.note(change);
  for (const versions of tracked.versions.values()) versions.reverse();
  const before = await tables.versions();
  const files = [...new Set([...before.keys(), ...tracked.versions.keys()])].filter(
    (file) => !isSameClone || !areSame(before.get(file), tracked.versions.get(file)),
  );
  await tables.replaceVersions(files, tracked.versions);
  return files;
}

function areSame(one: FileVersion[] = [], other: FileVersion[] = []): boolean {
  return (
    one.length === other.length &&
    one.every(({ commit, blob }, index) => other[index]?.commit === commit && other[index].blob === blob)
  );
}

/** Finds the histories of some stories anew. */
async function rewrite(
  tables: HistoryTables,
  blobs: BlobReader,
  { cutOff }: Branch,
  files: string[],
  locale: string,
): Promise<string[]> {
  const versions = await tables.versions(files);
  const before = await tables.histories(files);
  const after = new Map<string, StoryHistory>();
  const cutOffSet = new Set(cutOff);
  const find = async (story: PublishedStory, [first, ...more]: FileVersion[]) => {
    if (!first) return undefined;
    if (more.length === 0) return unchangedHistory(first, story, cutOffSet);
    const ids = [...new Set([first, ...more].map(({ blob }) => blob))];
    const contents = await blobs.read(ids);
    const found = before.get(story.file)?.changes ?? [];
    return storyHistory([first, ...more], story, {
      contents: new Map(ids.map((id, index) => [id, contents[index]])),
      cutOff: cutOffSet,
      known: (was, is) => found.find((change) => change.before === was && change.after === is)?.text,
      locale,
    });
  };
  for (const story of await tables.publishedStories(files)) {
    const history = await find(story, versions.get(story.file) ?? []);
    if (history) after.set(story.file, history);
  }
  const rewritten = files.filter((file) => JSON.stringify(before.get(file)) !== JSON.stringify(after.get(file)));
  await tables.replaceHistories(rewritten, after);
  return rewritten;
}
