import type { FileVersion } from './file-version';
import { ofOneStory, publicVersions, type PublicVersion } from './public-versions';
import { textChange, type ReadableText, type TextChange } from './text-change';
import { readableBlocks, readVersion, type VersionText } from './version-text';

/** What a published story says of its history today; moments in milliseconds since 1970 in UTC. */
export type HistoryTerms = { publishedAt: number; historyFrom: number | null };

export type StoryHistory = {
  /** Since when readers could see the oldest version on record. */
  beginsAt: number;
  /** Whether that is the version that was published; otherwise there may have been others before. */
  isWhole: boolean;
  /** The oldest first. */
  changes: StoryChange[];
};

export type StoryChange = { changedAt: number; before: string; after: string; text: TextChange };

/** A story that is committed within a day of its publication was published so: nobody saw another version. */
const dayOfGrace = 24 * 60 * 60 * 1000;

type Sources = {
  /** The contents of a version by their name in git; undefined where git does not hold them. */
  contents: ReadonlyMap<string, Uint8Array | undefined>;
  /** Commits before which nothing is known. */
  cutOff: ReadonlySet<string>;
  /** A change that was found before, between two contents. */
  known: (before: string, after: string) => TextChange | undefined;
  locale: string;
};

/**
 * How a story changed for its readers.
 *
 * @param versions oldest first
 * @returns undefined when no version was public, or none may be shown
 */
export function storyHistory(
  versions: FileVersion[],
  terms: HistoryTerms,
  { contents, cutOff, known, locale }: Sources,
): StoryHistory | undefined {
  const texts = new Map<string, VersionText | undefined>();
  for (const { blob } of versions) {
    const bytes = contents.get(blob);
    texts.set(blob, bytes && readVersion(bytes));
  }
  const withStates = versions.map((version) => ({ ...version, state: texts.get(version.blob) }));
  const seen = publicVersions(ofOneStory(withStates), terms);
  const [first] = seen;
  if (!first) return undefined;

  const readable = new Map<string, ReadableText>();
  const read = (blob: string): ReadableText => {
    const { title = '', summary = '', body = '' } = texts.get(blob) ?? {};
    const text = readable.get(blob) ?? { title, summary, blocks: readableBlocks(body) };
    readable.set(blob, text);
    return text;
  };
  const changes = seen.slice(1).flatMap((version, index): StoryChange[] => {
    const { blob: before } = seen[index] ?? first;
    const { blob: after, publicSince: changedAt } = version;
    const text = known(before, after) ?? textChange(read(before), read(after), locale);
    return text ? [{ changedAt, before, after, text }] : [];
  });
  return { beginsAt: first.publicSince, isWhole: isWhole(first, terms, cutOff), changes };
}

/** The history of a story with one version, which needs no look into it: it is the one that is published. */
export function unchangedHistory(version: FileVersion, terms: HistoryTerms, cutOff: ReadonlySet<string>) {
  if (version.committedAt < (terms.historyFrom ?? -Infinity)) return undefined;
  const only = { ...version, publicSince: Math.max(version.committedAt, terms.publishedAt) };
  return { beginsAt: only.publicSince, isWhole: isWhole(only, terms, cutOff), changes: [] };
}

function isWhole(first: PublicVersion, terms: HistoryTerms, cutOff: ReadonlySet<string>): boolean {
  if (first.committedAt <= terms.publishedAt) return true;
  return !cutOff.has(first.commit) && first.publicSince - terms.publishedAt <= dayOfGrace;
}
