import { GitFailure } from './git-failure';
import { GitProcess } from './git-process';

/** What a commit did to one file. Paths are as below the folder that was asked about. */
export type FileChange = {
  /** The commit: all 40 digits, or 64 where git counts in SHA-256. */
  commit: string;
  /** When it came onto the branch; milliseconds since 1970 in UTC. */
  committedAt: number;
  path: string;
  /** The path before, when the file was renamed. */
  renamedFrom: string | undefined;
  kind: 'added' | 'edited' | 'deleted';
  /** The file's contents before and after, by their name in git; undefined where there is no file. */
  before: string | undefined;
  after: string | undefined;
};

/** So many files that came and went in one commit are compared with each other; git's default, whatever its settings. */
const renameLimit = 1000;

/**
 * Every change to the files below a folder, newest first, in one pass of the log. Only the branch itself is followed
 * (first parents): a merge counts as one change, at the moment of the merge, and what the merged branch went through
 * on its way does not appear. In a shallow clone the oldest commit at hand seems to add every file.
 *
 * @param folder absolute
 * @param range a commit, or `from..to`
 * @param below a path below the folder
 * @throws GitFailure
 */
export async function* fileChanges(folder: string, range: string, below: string): AsyncGenerator<FileChange> {
  const git = new GitProcess(folder, [
    ...['-c', 'log.showRoot=true', '-c', 'log.diffMerges=first-parent', '-c', 'log.showSignature=false'],
    ...['log', '--first-parent', '-m', '--raw', '--no-abbrev', '-z', '--relative', '--no-color', '--no-notes'],
    ...['-M50%', `-l${renameLimit}`, '--format=%x01%H %ct', range, '--', below],
  ]);
  try {
    yield* parse(fields(git.output()));
    await git.done();
  } finally {
    git.stop();
  }
}

/** The texts between NULs. */
async function* fields(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      yield Buffer.concat([...rest.splice(0), chunk.subarray(start, end)]).toString('utf8');
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}

/** A commit is “\x01commit seconds”; a change “:mode mode blob blob letter”, and one path, or two for a rename. */
async function* parse(texts: AsyncGenerator<string>): AsyncGenerator<FileChange> {
  const next = async () => {
    const { value, done } = await texts.next();
    if (done) throw new GitFailure('The log of git ended in the middle of a change.');
    return value;
  };
  let commit = '';
  let committedAt = 0;
  for await (const text of texts) {
    const [, id, seconds] = /^\x01(\w+) (\d+)\s*$/.exec(text) ?? [];
    if (id) {
      commit = id;
      committedAt = Number(seconds) * 1000;
      continue;
    }
    const [, modeBefore, modeAfter, before, after, letter] =
      /^\s*:(\d+) (\d+) (\w+) (\w+) ([A-Z])\d*$/.exec(text) ?? [];
    if (!letter) continue;
    const first = await next();
    const path = letter === 'R' ? await next() : first;
    const change = {
      commit,
      committedAt,
      path,
      renamedFrom: letter === 'R' ? first : undefined,
      // Anything but a regular file, such as a symbolic link, is no file of ours.
      before: modeBefore?.startsWith('100') ? before : undefined,
      after: modeAfter?.startsWith('100') ? after : undefined,
    };
    if (change.after === undefined) yield { ...change, kind: 'deleted' };
    else yield { ...change, kind: change.before === undefined ? 'added' : 'edited' };
  }
}
