import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { commandOnPath } from './command-on-path';
import { writeGeneratorSite } from './generator-site';
import { measureGenerator, type GeneratorRun, type NoGeneratorRun } from './measure-generator';

const name = 'Astro';

/** What its process may take, in MiB; Node's own bound is reached with some ten thousand stories. */
const memoryLimit = 8192;

/**
 * Builds a corpus with the Astro that is on PATH, as `npm install --global astro` puts it there. Of a build, Astro keeps
 * the stories as HTML in its content layer, and renders those anew that have changed.
 *
 * @param contentDir as writeCorpus() makes it, absolute
 * @param workDir absolute; what is in it is lost
 * @returns what it took, or the sentence that says why there is nothing to tell
 */
export async function runAstro(contentDir: string, workDir: string): Promise<GeneratorRun | NoGeneratorRun> {
  const command = commandOnPath('astro');
  if (!command) return { name, reason: 'Astro is not installed: there is no astro on PATH.' };
  const installed = await packageOf(command);
  if (!installed) {
    const reason = `The package that ${command} belongs to is not found from there. Install it by: npm install --global astro`;
    return { name, reason };
  }
  const site = await writeGeneratorSite(contentDir, workDir, 'astro', 'public');
  await linkPackages(installed.folder, path.join(workDir, 'node_modules'));
  return measureGenerator({
    name,
    version: installed.version,
    command,
    args: ['build'],
    env: {
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NODE_OPTIONS: `--max-old-space-size=${memoryLimit}`,
    },
    folder: workDir,
    output: path.join(workDir, 'dist'),
    site,
  });
}

/** The package that a command of npm's lies in, which is a link there. */
async function packageOf(command: string): Promise<{ folder: string; version: string } | undefined> {
  let folder = path.dirname(await realpath(command));
  for (; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const manifest: { name?: string; version?: string } = JSON.parse(await readFile(file, 'utf8'));
    if (manifest.name === 'astro' && manifest.version) return { folder, version: manifest.version };
  }
}

/**
 * Makes a node_modules of links, with Astro and what it depends on: the pages that it builds import both by name, and
 * nothing has to be fetched.
 */
async function linkPackages(astro: string, nodeModules: string): Promise<void> {
  // Beside Astro in a project of its own, below it where it is installed for all.
  for (const source of [path.dirname(astro), path.join(astro, 'node_modules')]) {
    for (const entry of existsSync(source) ? await packagesIn(source) : []) {
      const link = path.join(nodeModules, entry);
      await mkdir(path.dirname(link), { recursive: true });
      await rm(link, { force: true });
      await symlink(path.join(source, entry), link, 'junction');
    }
  }
}

/** Such as astro and @astrojs/markdown-remark. */
async function packagesIn(nodeModules: string): Promise<string[]> {
  const entries = (await readdir(nodeModules)).filter((entry) => !entry.startsWith('.'));
  const named = entries.map(async (entry) => {
    if (!entry.startsWith('@')) return [entry];
    return (await readdir(path.join(nodeModules, entry))).map((scoped) => `${entry}/${scoped}`);
  });
  return (await Promise.all(named)).flat();
}
