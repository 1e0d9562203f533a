import './load-env.mjs';
import { countOf } from '../count-of';
import { problemReport } from '../content/problem-report';
import { DocumentCompiler } from '../edition/compile-documents';
import { publishEdition } from '../edition/publish-edition';
import { withPublishingLock } from '../edition/publishing-lock';
import { readSettings } from '../settings';

/**
 * `npm run edition`, the first step of `npm run build`: brings the edition up to content/, or says what stands in the
 * way.
 */
const started = performance.now();
const { contentDir, editionAddress } = readSettings();
const projectDir = process.cwd();
const compiler = new DocumentCompiler(projectDir);
const onProgress = (message: string) => console.log(message);
const { problems, changed, removed } = await withPublishingLock(
  editionAddress,
  () => onProgress('A publication is at work; waiting until it is done…'),
  () => publishEdition({ contentDir, editionAddress, projectDir, onProgress, compiler }),
);
await compiler.writeTypes({ isForced: changed.length > 0 });
await compiler.stop();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
if (problems.length > 0) {
  console.error(problemReport(problems, 'the edition is as it was'));
  process.exitCode = 1;
} else if (changed.length + removed.length === 0) {
  console.log(`Nothing changed in content since the last edition (${seconds} s).`);
} else {
  const what = `${countOf(changed.length, 'file')} changed, ${countOf(removed.length, 'file')} removed`;
  console.log(`The edition is up to date: ${what} (${seconds} s).`);
}
