import path from 'node:path';
import { commandOnPath } from './command-on-path';
import { writeGeneratorSite } from './generator-site';
import { measureGenerator, type GeneratorRun, type NoGeneratorRun } from './measure-generator';
import { processUsage } from '../process-usage';

const name = 'Hugo';

/**
 * Builds a corpus with the Hugo that is on PATH. Of a build, Hugo keeps its caches and the site as it was; the quicker
 * rebuilding of `hugo server` is for previews and stays in that server's memory, so it is no publication.
 *
 * @param contentDir as writeCorpus() makes it, absolute
 * @param workDir absolute; what is in it is lost
 * @returns what it took, or the sentence that says why there is nothing to tell
 */
export async function runHugo(contentDir: string, workDir: string): Promise<GeneratorRun | NoGeneratorRun> {
  const command = commandOnPath('hugo');
  if (!command) return { name, reason: 'Hugo is not installed: there is no hugo on PATH.' };
  const { status, output } = await processUsage(command, ['version']);
  const version = /\bv?(\d+\.\d+\.\d+)/.exec(output)?.[1];
  if (status !== 0 || !version) return { name, reason: `hugo does not say its version, but: ${output.trim()}` };
  const site = await writeGeneratorSite(contentDir, workDir, 'hugo', 'static');
  return measureGenerator({
    name,
    version,
    command,
    args: ['--cacheDir', path.join(workDir, 'cache')],
    folder: workDir,
    output: path.join(workDir, 'public'),
    site,
  });
}
