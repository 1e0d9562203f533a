import type { PaperState, StoryState } from './paper-state';

/** What became of a content file, as its newsroom would say it. */
export type ContentChange = {
  kind: 'added' | 'changed' | 'renamed' | 'scheduled' | 'drafted' | 'withdrawn' | 'deleted';
  /** By its path below the content folder. */
  file: string;
  /** Of a story that readers can ask for, or could. */
  path?: string;
  /** Of a story that was renamed: where it was. */
  previousPath?: string;
};

/** The hash of each file, by its path. */
type Hashes = { before: Map<string, string>; after: Map<string, string> };

/** What became of some files between two states of the paper, by file. */
export function contentChanges(
  files: string[],
  hashes: Hashes,
  before: PaperState,
  after: PaperState,
): ContentChange[] {
  const origins = new Map<string, StoryState>();
  const gone = files.flatMap((file) => (after.stories.has(file) ? [] : (before.stories.get(file) ?? [])));
  for (const file of files) {
    const story = after.stories.get(file);
    if (!story || before.stories.has(file)) continue;
    const origin = gone.find(
      (other) =>
        story.redirectFrom.includes(other.path) || hashes.before.get(other.file) === hashes.after.get(story.file),
    );
    if (origin) origins.set(file, origin);
  }
  const renamed = new Set([...origins.values()].map(({ file }) => file));
  return files
    .filter((file) => !renamed.has(file))
    .toSorted()
    .map((file): ContentChange => {
      const origin = origins.get(file);
      const was = origin ?? before.stories.get(file);
      const is = after.stories.get(file);
      const kind = kindOf(was, is, hashes.before.has(origin?.file ?? file), hashes.after.has(file));
      if (kind === 'changed' && origin) return { kind: 'renamed', file, path: is?.path, previousPath: origin.path };
      return { kind, file, path: pathOf(is) ?? pathOf(was) };
    });
}

function kindOf(
  was: StoryState | undefined,
  is: StoryState | undefined,
  existed: boolean,
  exists: boolean,
): ContentChange['kind'] {
  if (!exists) return 'deleted';
  if (is && is.status !== was?.status) {
    if (is.status === 'withdrawn') return 'withdrawn';
    if (is.status === 'scheduled') return 'scheduled';
    return is.status === 'draft' ? 'drafted' : 'added';
  }
  return existed ? 'changed' : 'added';
}

function pathOf(story: StoryState | undefined): string | undefined {
  return story?.status === 'published' || story?.status === 'withdrawn' ? story.path : undefined;
}
