import './load-env.mjs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { outsideWarnings, readOutsideRefs, type OutsideRef } from '../check/outside-warnings';
import { readWarnings } from '../check/warnings';
import { countOf } from '../count-of';
import { problemReport, warningReport } from '../content/problem-report';
import { sortProblems, type Problem } from '../content/problem';
import { DocumentCompiler } from '../edition/compile-documents';
import { fileNames, publishEdition } from '../edition/publish-edition';
import { withPublishingLock } from '../edition/publishing-lock';
import { readSettings } from '../settings';

/**
 * `npm run check`: what stands in the way of an edition of content/, and what is to be looked at. Nothing is written.
 *
 *   file …      warns of these alone, and asks for their addresses alone
 *   --strict    fails for warnings, too
 *   --online    asks for addresses of other sites, and reads primary sources
 *   --json      prints {"problems": [{severity, file, line, column, message}], "changed", "removed"}
 */
const options = { strict: { type: 'boolean' }, online: { type: 'boolean' }, json: { type: 'boolean' } } as const;

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  await check(values, positionals);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function check(
  { strict, online, json }: { strict?: boolean; online?: boolean; json?: boolean },
  only: string[],
): Promise<void> {
  const started = performance.now();
  const { contentDir, editionAddress } = readSettings();
  const projectDir = process.cwd();
  const nameOf = fileNames(contentDir);
  const named = new Set(only.map((file) => nameOf(path.relative(contentDir, path.resolve(file)))));
  const isWanted = (file: string) => named.size === 0 || named.has(file);
  // What is meant for a program is alone on its line.
  const onProgress = (message: string) => (json ? console.error(message) : console.log(message));
  const warnings: Problem[] = [];
  const outside: OutsideRef[] = [];
  const compiler = new DocumentCompiler(projectDir);
  const { problems, changed, removed } = await withPublishingLock(
    editionAddress,
    () => onProgress('A publication is at work; waiting until it is done…'),
    () =>
      publishEdition({
        contentDir,
        editionAddress,
        projectDir,
        dryRun: true,
        onProgress,
        compiler,
        inspect: async (draft) => {
          warnings.push(...(await readWarnings(draft, nameOf)).filter(({ file }) => isWanted(file)));
          if (online) outside.push(...(await readOutsideRefs(draft)).filter(({ file }) => isWanted(nameOf(file))));
        },
      }),
  );
  await compiler.writeTypes({ isForced: changed.length > 0 });
  await compiler.stop();
  if (outside.length > 0) {
    onProgress(`Asking for ${outside.length.toLocaleString('en')} addresses of other sites…`);
    warnings.push(...(await outsideWarnings(outside, contentDir, nameOf)));
  }
  const looked = sortProblems(warnings);
  if (problems.length > 0 || (strict && looked.length > 0)) process.exitCode = 1;
  if (json) {
    const all = [
      ...problems.map((problem) => ({ severity: 'error', ...problem })),
      ...looked.map((warning) => ({ severity: 'warning', ...warning })),
    ];
    console.log(JSON.stringify({ problems: all, changed: changed.length, removed: removed.length }));
    return;
  }
  if (problems.length > 0) {
    console.error(problemReport(problems, 'the edition is as it was'));
    return;
  }
  if (looked.length > 0) console.error(warningReport(looked));
  const what = `${countOf(changed.length, 'file')} changed and ${countOf(removed.length, 'file')} removed since the last edition`;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const verdict = looked.length === 0 ? 'All is well' : strict ? 'Not accepted, as --strict was given' : 'Accepted';
  console.log(`${verdict}: ${what} (${seconds} s).`);
}
