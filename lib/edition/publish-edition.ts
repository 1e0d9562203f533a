import path from 'node:path';
import { affectedPaths, type AffectedPaths } from '../changes/affected-paths';
import { contentChanges, type ContentChange } from '../changes/content-changes';
import { filesWithPictures, readPaperState } from '../changes/paper-state';
import { sortProblems, type Problem } from '../content/problem';
import { readCommit, type Commit } from '../git/commit';
import { writeHistories } from '../history/write-histories';
import { AddressBook, checkReferences } from './check-references';
import { refuseMovedCommit, refuseOlderCommit } from './commit-order';
import { DocumentCompiler } from './compile-documents';
import { editionName, noteEdition } from './edition-name';
import { closeEdition, openEdition, type Edition } from './open-edition';
import { filesMissing, offeredBy } from './paper-addresses';
import { fingerprint, listContent, listImages } from './read-content';
import { compareSources, readSourceState } from './source-state';
import { readTimeZone } from './time-zone';
import { inTransaction } from './transaction';
import { noteUnannounced, readUnannounced } from './unannounced';
import { notePublication } from './undo';
import { EditionWriter } from './write-edition';
import { writeFiles } from './write-files';

export type PublishOptions = {
  /** Absolute. */
  contentDir: string;
  /** Absolute. */
  editionAddress: string;
  /** Where contentlayer.config.ts is; absolute. */
  projectDir: string;
  /** Checks everything and writes nothing. */
  dryRun?: boolean;
  /**
   * For sites that run: refuses the content of an older commit than the edition's, unless it is allowed, and notes what
   * the sites have to be told.
   */
  forSites?: { isOlderAllowed: boolean };
  /** Told what is being done, with counts, for those who wait. */
  onProgress?: (message: string) => void;
  /** Shown the edition as it would be, when nothing stands in its way. */
  inspect?: (draft: Edition) => Promise<void>;
  /** A compiler to use again; by default one is started, and stopped at the end. */
  compiler?: DocumentCompiler;
};

export type PublishResult = {
  /** Empty when the edition was written, or would have been. */
  problems: Problem[];
  /** Files, by their path below the content folder. */
  changed: string[];
  removed: string[];
  /** What the edition is now, or would be; undefined where a problem stands in the way. */
  published?: {
    /** As pages name it. */
    edition: string;
    commit: Commit | undefined;
    changes: ContentChange[];
    /** The pages that show something new; for sites, since they were last seen to show everything. */
    affected: AffectedPaths;
    /** Files of stories whose public history is another one than before. */
    histories: string[];
    /** Every row was made anew, because the software or the time zone is another. */
    isAnew: boolean;
  };
};

/**
 * Brings the edition up to content/: reads what changed since it was written, checks that and everything that depends
 * on it, and writes it in one transaction. With a problem anywhere nothing is written. Only one process may do this at a
 * time: see withPublishingLock.
 *
 * @throws Error when the content folder is missing, a tool fails, or the content is older than the edition and must not
 * be; the edition is untouched then too
 */
export async function publishEdition(options: PublishOptions): Promise<PublishResult> {
  const edition = openEdition(options.editionAddress);
  const compiler = options.compiler ?? new DocumentCompiler(options.projectDir);
  try {
    return await publish(edition, compiler, options);
  } finally {
    if (!options.compiler) await compiler.stop();
    await closeEdition(edition);
  }
}

async function publish(edition: Edition, compiler: DocumentCompiler, options: PublishOptions): Promise<PublishResult> {
  const { contentDir, projectDir, dryRun = false, forSites, inspect, onProgress = () => {} } = options;
  const now = new Date();
  const listed = await listContent(contentDir);
  const files = [...listed.keys()];
  const commit = await readCommit(contentDir);
  const timeZone = await readTimeZone(contentDir, files);
  const print = await fingerprint(projectDir, timeZone);
  const before = await readSourceState(edition, print);
  if (forSites && !forSites.isOlderAllowed) await refuseOlderCommit(edition, contentDir, commit);
  const { changed, removed, restamped, hashes } = await compareSources(contentDir, listed, before);
  const nameOf = fileNames(contentDir);

  const problems: Problem[] = [];
  let published: PublishResult['published'];
  if (!listed.has('site.yaml')) {
    const message = 'The paper has no site.yaml. Write one with name, description, locale, timeZone and publisher.';
    problems.push({ file: nameOf('site.yaml'), line: 1, column: 1, message });
  }
  if (changed.length > 20) onProgress(`Reading ${changed.length.toLocaleString('en')} changed files…`);

  await inTransaction(edition, async (draft) => {
    const writer = new EditionWriter(draft, timeZone);
    const book = new AddressBook();
    const isAnew = before.isOtherFingerprint;
    if (isAnew) await writer.reset(print);
    await writer.restamp(restamped, listed);
    const images = await writer.findImageChanges(await listImages(contentDir));
    const written = [...changed, ...removed];
    const touched = [...new Set([...written, ...(await filesWithPictures(draft, images.changed))])];
    // Where all is new there is nothing to compare it with.
    const stateBefore = await readPaperState(draft, isAnew ? [] : touched, now);
    const offered = await offeredBy(draft, isAnew ? [] : written);
    const isChanged = written.length + images.changed.length > 0;
    if (isChanged && !isAnew) await notePublication(draft, { files: written, images: images.changed }, now);

    await writer.remove([...removed, ...changed]);
    const tools = { compiler, writer, book };
    problems.push(...(await writeFiles(changed, { contentDir, listed, timeZone, nameOf }, tools, onProgress)));
    await writer.writeImages(images);
    // What a site.yaml says, such as its language, holds for every story.
    const isAllToCheck = isAnew || changed.includes('site.yaml');
    const toCheck = isAllToCheck ? undefined : [...new Set([...touched, ...(await filesMissing(draft, offered))])];
    problems.push(...(await checkReferences(draft, toCheck, book, nameOf)));
    if (problems.length > 0) return false;
    if (isAnew) await writer.settle();

    await inspect?.(draft);
    const histories = await writeHistories(draft, { contentDir, changed, removed, onProgress });
    const stateAfter = await readPaperState(draft, isAnew ? [] : touched, now);
    const affected = isAnew
      ? { paths: [], answers: {}, isEverywhere: true }
      : await affectedPaths(draft, { files: touched, histories }, stateBefore, stateAfter, now);
    const name = await editionName(draft, print);
    await noteEdition(draft, name, commit);
    if (forSites && (isChanged || histories.length > 0)) await noteUnannounced(draft, affected);
    const changes = isAnew ? [] : contentChanges(written, hashes, stateBefore, stateAfter);
    changes.push(...images.changed.map((src) => ({ kind: 'changed' as const, file: src.slice(1) })));
    const untold = forSites ? await readUnannounced(draft) : affected;
    published = { edition: name, commit, changes, affected: untold, histories, isAnew };
    if (forSites) await refuseMovedCommit(contentDir, commit);
    return !dryRun;
  });
  return { problems: sortProblems(problems), changed, removed, published };
}

/** The path that messages name: as seen from where the command runs, unless that would climb out of it. */
export function fileNames(contentDir: string): (file: string) => string {
  return (file) => {
    const absolute = path.join(contentDir, file);
    const relative = path.relative(process.cwd(), absolute);
    return relative.startsWith('..') ? absolute : relative.split(path.sep).join('/');
  };
}
