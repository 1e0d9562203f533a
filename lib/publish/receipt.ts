import type { AffectedPaths } from '../changes/affected-paths';
import type { ContentChange } from '../changes/content-changes';
import { shortId, type Commit } from '../git/commit';
import type { SiteReport } from './tell-sites';
import { countOf } from '../count-of';

/** Longer lists are cut: the edition and git have them whole. */
const mostLines = 60;

/** The lines of a receipt that say what was published. */
export function commitLines(edition: string, commit: Commit | undefined): string[] {
  if (!commit) return [`Edition ${edition}, of no commit: the content is not in a git repository.`];
  const lines = [`Edition ${edition}, of commit ${shortId(commit.id)} “${commit.subject}”`];
  const { uncommitted } = commit;
  if (uncommitted.length > 0) {
    lines.push(`with ${countOf(uncommitted.length, 'file')} as not committed: ${listed(uncommitted)}`);
  }
  return lines;
}

/** The lines that say what became of content files. */
export function changeLines(changes: ContentChange[]): string[] {
  return cut(
    changes.map(({ kind, file, path, previousPath }) => {
      const was = previousPath && previousPath !== path ? ` (was ${previousPath})` : '';
      return `  ${kind.padEnd(9)}  ${file}${path ? `  ${path}` : ''}${was}`;
    }),
  );
}

/** The lines that say which addresses show something new. */
export function addressLines({ paths, isEverywhere }: AffectedPaths): string[] {
  if (paths.length === 0 && !isEverywhere) return ['No page shows anything new.'];
  const everywhere = 'and every page, for what stands beside its story: sections, counts, calendar';
  if (paths.length === 0) return ['Every page shows something new.'];
  return [
    `${countOf(paths.length, 'address', 'addresses')} ${paths.length === 1 ? 'shows' : 'show'} it:`,
    ...cut(paths.map((path) => `  ${path}`)),
    ...(isEverywhere ? [`  ${everywhere}`] : []),
  ];
}

/** The line that says what was seen at a site. */
export function siteLine({ site, seenAt, sighting: { seen, missing }, failure }: SiteReport): string {
  if (failure) return `Not live. ${failure}`;
  const seconds = (seenAt / 1000).toFixed(1);
  const looked = seen.length + missing.length;
  if (looked === 0) return `Live at ${site}, ${seconds} s from the start: it reads this edition.`;
  return `Live at ${site}, ${seconds} s from the start: seen at ${countOf(looked, 'address', 'addresses')}.`;
}

function cut(lines: string[]): string[] {
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), `  and ${(lines.length - mostLines).toLocaleString('en')} more`];
}

function listed(files: string[]): string {
  return files.length > 3 ? `${files.slice(0, 3).join(', ')} and ${files.length - 3} more` : files.join(', ');
}
