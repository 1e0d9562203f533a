import { parseArgs } from 'node:util';
import type { AffectedPaths } from '../changes/affected-paths';
import { problemReport } from '../content/problem-report';
import type { DocumentCompiler } from '../edition/compile-documents';
import { spokenAddress } from '../edition/engine-address.mjs';
import { closeEdition, openEdition } from '../edition/open-edition';
import { publishEdition } from '../edition/publish-edition';
import { withPublishingLock } from '../edition/publishing-lock';
import { rollbackEdition } from '../edition/rollback-edition';
import { forgetUnannounced } from '../edition/unannounced';
import { shortId } from '../git/commit';
import { readSettings } from '../settings';
import { addressLines, changeLines, commitLines, siteLine } from './receipt';
import { tellSites } from './tell-sites';

type Command = { dryRun: boolean; rollback: boolean; force: boolean };
type Settings = ReturnType<typeof readSettings>;

/**
 * Publishes, or takes a publication back, as the arguments of the command say.
 *
 * @param args those after the command's name
 * @returns the exit status: 0 when every site was seen to show it
 * @throws Error with a sentence for the operator
 */
export async function publishCommand(args: string[], compiler: DocumentCompiler): Promise<number> {
  const { command, settings } = readCommand(args);
  const onWait = () => console.log('Another publication is at work; waiting until it is done…');
  try {
    return await withPublishingLock(settings.editionAddress, onWait, () => run(command, settings, compiler));
  } catch (error) {
    throw explainDiskError(error, settings.editionAddress);
  }
}

/** SQLite says little of a disk that takes no more. */
export function explainDiskError(error: unknown, editionAddress: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^SQLITE_(FULL|IOERR)|^ENOSPC$|^EDQUOT$/.test(code)) return error;
  return new Error(
    `The disk took no more while ${spokenAddress(editionAddress)} was written (${code}). Readers have the edition that was whole last; make room, and publish again.`,
    { cause: error },
  );
}

function readCommand(args: string[]): { command: Command; settings: Settings } {
  const { values } = parseArgs({
    args,
    options: { 'dry-run': { type: 'boolean' }, rollback: { type: 'boolean' }, force: { type: 'boolean' } },
  });
  const { 'dry-run': dryRun = false, rollback = false, force = false } = values;
  return { command: { dryRun, rollback, force }, settings: readSettings() };
}

async function run(
  { dryRun, rollback, force }: Command,
  settings: Settings,
  compiler: DocumentCompiler,
): Promise<number> {
  const { editionAddress, publishTo, publishSecret } = settings;
  if (!publishSecret && !dryRun) {
    throw new Error(
      'PUBLISH_SECRET is not set, so no site would take the publication. Set it here and for the site to the same long secret, such as what “openssl rand -hex 32” prints; until then “npm run edition” writes the edition, and pages follow within a minute.',
    );
  }
  const written = rollback ? await takeBack(settings, dryRun) : await publish(settings, dryRun, force, compiler);
  if (!written) return 1;
  print(addressLines(written.affected));
  if (!publishSecret || dryRun) {
    print(['Nothing was changed: this was a dry run.']);
    return 0;
  }
  const reports = await tellSites(publishTo, written.edition, written.affected, publishSecret);
  print(reports.map(siteLine));
  if (reports.some(({ failure }) => failure !== undefined)) {
    console.error('The edition is written, but was not seen live everywhere. Publish again to finish it.');
    return 1;
  }
  const edition = openEdition(editionAddress);
  try {
    await forgetUnannounced(edition);
  } finally {
    await closeEdition(edition);
  }
  return 0;
}

type Written = { edition: string; affected: AffectedPaths };

async function publish(
  { contentDir, editionAddress }: Settings,
  dryRun: boolean,
  isOlderAllowed: boolean,
  compiler: DocumentCompiler,
): Promise<Written | undefined> {
  const { problems, published } = await publishEdition({
    contentDir,
    editionAddress,
    projectDir: process.cwd(),
    dryRun,
    forSites: { isOlderAllowed },
    onProgress: (message) => console.log(message),
    compiler,
  });
  if (!published) {
    console.error(problemReport(problems, 'nothing was published'));
    return undefined;
  }
  const { edition, commit, changes, affected, isAnew } = published;
  print(commitLines(edition, commit));
  if (isAnew) print(['Everything was written anew: there was no edition, or other software had made it.']);
  else print(changes.length > 0 ? changeLines(changes) : ['Nothing changed in content since the last edition.']);
  return { edition, affected };
}

async function takeBack({ editionAddress }: Settings, dryRun: boolean): Promise<Written | undefined> {
  const result = await rollbackEdition(editionAddress, process.cwd(), { dryRun });
  if (!result) {
    console.error(
      'There is no publication to take back: the edition was made anew by the latest one, or all were taken back. Revert the commit in git, and publish that.',
    );
    return undefined;
  }
  const { edition, commitId, publishedAt, files, affected } = result;
  const commit = commitId ? `, of commit ${shortId(commitId)}` : '';
  print([
    `Edition ${edition}${commit}, as it was before the publication of ${publishedAt.toISOString()}`,
    ...files.slice(0, 30).map((file) => `  as before  ${file}`),
    'The next publication brings what content/ holds then: revert the commit in git before it.',
  ]);
  return { edition, affected };
}

function print(lines: string[]): void {
  for (const line of lines) console.log(line);
}
