import type { FileVersion } from './file-version';

/** What a version's own front matter says of who may see it. */
export type VersionState = { status: 'published' | 'draft' | 'withdrawn'; publishedAt: number };

/** A version, and what could be read of it. */
export type ReadVersion = FileVersion & { state: VersionState | undefined };

/** A version that readers saw, and since when; milliseconds since 1970 in UTC. */
export type PublicVersion = FileVersion & { publicSince: number };

/**
 * The versions of a story that readers saw, oldest first. A version stood from its commit until the next one. Readers
 * saw it if it was neither draft nor withdrawn, and if the moment of publication that it named came while it stood. So
 * everything before publication comes down to what was first public.
 *
 * @param versions oldest first; one whose front matter cannot be read has no state
 * @param publishedAt what the story names today: versions that were replaced by then were before its publication
 * @param historyFrom versions committed before are not shown
 */
export function publicVersions(
  versions: ReadVersion[],
  { publishedAt, historyFrom }: { publishedAt: number; historyFrom: number | null },
): PublicVersion[] {
  return versions.flatMap(({ state, ...version }, index) => {
    const until = versions[index + 1]?.committedAt ?? Infinity;
    const wasSeen = state?.status === 'published' && until > state.publishedAt && until > publishedAt;
    if (!wasSeen || version.committedAt < (historyFrom ?? -Infinity)) return [];
    return [{ ...version, publicSince: Math.max(version.committedAt, state.publishedAt) }];
  });
}

/**
 * The versions of one story. What git takes for a rename are files that are half alike, and so are two short stories of
 * the same desk when one is deleted and the other written. A story that moves keeps its slug or its moment.
 *
 * @param versions oldest first
 */
export function ofOneStory(versions: ReadVersion[]): ReadVersion[] {
  let newer = versions.at(-1);
  let start = 0;
  versions.forEach((_, fromEnd) => {
    const index = versions.length - 1 - fromEnd;
    const version = versions[index];
    if (start > 0 || !version?.state) return;
    if (newer?.state && newer.state.publishedAt !== version.state.publishedAt && slugOf(newer) !== slugOf(version)) {
      start = index + 1;
    }
    newer = version;
  });
  return versions.slice(start);
}

function slugOf({ path }: FileVersion): string {
  return path.replace(/^.*\//, '');
}
