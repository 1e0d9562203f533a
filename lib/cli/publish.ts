import './load-env.mjs';
import { parseArgs } from 'node:util';
import { formatProblem, sortProblems } from '../content/problem';
import type { AffectedPaths } from '../edition/affected-paths';
import { closeEdition, openEdition } from '../edition/open-edition';
import { publishEdition } from '../edition/publish-edition';
import { withPublishingLock } from '../edition/publishing-lock';
import { rollbackEdition } from '../edition/rollback-edition';
import { forgetUnannounced, readUnannounced } from '../edition/unannounced';
import { addressLines, changeLines, commitLines, siteLine } from '../publish/receipt';
import { tellSites } from '../publish/tell-sites';
import { readSettings } from '../settings';

/**
 * `npm run publish`: brings the edition up to content/, tells the running sites, and looks until they show it. It ends
 * with status 0 only when every site was seen to.
 *
 *   --dry-run   says what would be published, and changes nothing
 *   --rollback  returns to the edition before the latest publication
 *   --force     publishes the content of an older commit, too
 */
try {
  const { options, settings } = readCommand();
  const onWait = () => console.log('Another publication is at work; waiting until it is done…');
  process.exitCode = await withPublishingLock(settings.editionFile, onWait, () => run(options, settings));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

type Command = { dryRun: boolean; rollback: boolean; force: boolean };
type Settings = ReturnType<typeof readSettings> & { publishSecret: string };

function readCommand(): { options: Command; settings: Settings } {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean' }, rollback: { type: 'boolean' }, force: { type: 'boolean' } },
  });
  const { publishSecret, ...settings } = readSettings();
  if (!publishSecret) {
    throw new Error(
      'PUBLISH_SECRET is not set, so no site would take the publication. Set it here and for the site to the same long secret, such as what “openssl rand -hex 32” prints; until then “npm run edition” writes the edition, and pages follow within a minute.',
    );
  }
  const { 'dry-run': dryRun = false, rollback = false, force = false } = values;
  return { options: { dryRun, rollback, force }, settings: { ...settings, publishSecret } };
}

async function run({ dryRun, rollback, force }: Command, settings: Settings): Promise<number> {
  const written = rollback ? await takeBack(settings, dryRun) : await publish(settings, dryRun, force);
  if (!written) return 1;
  if (dryRun) {
    print([...addressLines(written.affected), 'Nothing was changed: this was a dry run.']);
    return 0;
  }
  const { editionFile, publishTo, publishSecret } = settings;
  const edition = openEdition(editionFile);
  try {
    // A publication that was killed, or whose site did not answer, left word of what is still to be told.
    const unannounced = await readUnannounced(edition);
    print(addressLines(unannounced.affected));
    const reports = await tellSites(publishTo, written.edition, unannounced.affected, publishSecret);
    print(reports.map(siteLine));
    if (reports.some(({ failure }) => failure !== undefined)) {
      console.error('The edition is written, but was not seen live everywhere. Publish again to finish it.');
      return 1;
    }
    await forgetUnannounced(edition, unannounced);
    return 0;
  } finally {
    await closeEdition(edition);
  }
}

type Written = { edition: string; affected: AffectedPaths };

async function publish(
  { contentDir, editionFile }: Settings,
  dryRun: boolean,
  isOlderAllowed: boolean,
): Promise<Written | undefined> {
  const { problems, published } = await publishEdition({
    contentDir,
    editionFile,
    projectDir: process.cwd(),
    dryRun,
    forSites: { isOlderAllowed },
    onProgress: (message) => console.log(message),
  });
  if (!published) {
    const things = problems.length === 1 ? '1 thing' : `${problems.length} things`;
    console.error(
      `${sortProblems(problems).map(formatProblem).join('\n')}\n\n${things} to mend; nothing was published.`,
    );
    return undefined;
  }
  const { edition, commit, changes, affected, isAnew } = published;
  print(commitLines(edition, commit));
  if (isAnew) print(['Everything was written anew: there was no edition, or other software had made it.']);
  else print(changes.length > 0 ? changeLines(changes) : ['Nothing changed in content since the last edition.']);
  return { edition, affected };
}

async function takeBack({ editionFile }: Settings, dryRun: boolean): Promise<Written | undefined> {
  const result = await rollbackEdition(editionFile, { dryRun });
  if (!result) {
    console.error(
      'There is no publication to take back: the edition was made anew by the latest one, or all were taken back. Revert the commit in git, and publish that.',
    );
    return undefined;
  }
  const { edition, publishedAt, files, affected } = result;
  print([
    `Edition ${edition}, as it was before the publication of ${publishedAt.toISOString()}`,
    ...files.slice(0, 30).map((file) => `  as before  ${file}`),
    'The next publication brings what content/ holds then: revert the commit in git before it.',
  ]);
  return { edition, affected };
}

function print(lines: string[]): void {
  for (const line of lines) console.log(line);
}
