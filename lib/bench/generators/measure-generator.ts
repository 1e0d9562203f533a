import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { editHeadline } from '../edit-headline';
import type { GeneratorSite } from './generator-site';
import { processUsage } from '../process-usage';

/*
 * What is compared, for the same stories and the same edit: every page that a reader can come to by links – stories
 * with headline, standfirst, byline, date, section, tags, lead picture and text; the front page; lists of all stories,
 * sections, tags and authors, twenty a page; years and months – and the feed. Other generators are not asked for what
 * we have besides: search, related stories, a story's history, cards for social networks, crops of pictures, more
 * feeds, sitemaps.
 *
 * Hugo and Astro write every page to disk when they build, we make a page when it is asked for. So the time counts from
 * a command's start until a web server could answer with the new text.
 */

/** How another generator did. Times are of its own command, without what we do to lay the stories out for it. */
export type GeneratorRun = {
  name: string;
  version: string;
  /** From stories to a whole site, nothing being kept from earlier. */
  coldSeconds: number;
  /** After one headline has changed, with what the generator keeps from the build before. */
  editSeconds: number;
  /** The higher of both builds', in bytes; undefined where the system does not tell. */
  peakMemory: number | undefined;
  /** What it wrote, pictures included. */
  outputBytes: number;
  /** In HTML, without those that only lead elsewhere. */
  pages: number;
};

/** Why there is nothing to compare with. */
export type NoGeneratorRun = { name: string; reason: string };

type Build = {
  name: string;
  version: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Where it runs. */
  folder: string;
  /** Where it writes the site. */
  output: string;
  site: GeneratorSite;
};

const mark = 'amended';

/** In lines, of what a command that failed has printed. */
const linesShown = 12;

/**
 * Builds a site, edits the headline of its newest story, and builds it again.
 *
 * @returns what it took; a reason when a build has failed, or has not made what it should
 * @throws Error when the command cannot be started
 */
export async function measureGenerator(build: Build): Promise<GeneratorRun | NoGeneratorRun> {
  const { name, version, site } = build;
  const cold = await run(build);
  if ('reason' in cold) return cold;
  const { newest } = site;
  await writeFile(newest.file, editHeadline(await readFile(newest.file, 'utf8'), mark));
  const edited = await run(build);
  if ('reason' in edited) return edited;
  const files = await outputFiles(build.output);
  const missing = await missingOutput(build, files);
  if (missing) return { name, reason: `${name} ${version} has built a site ${missing}.` };
  return {
    name,
    version,
    coldSeconds: cold.seconds,
    editSeconds: edited.seconds,
    peakMemory: Math.max(cold.peakMemory ?? 0, edited.peakMemory ?? 0) || undefined,
    outputBytes: await sizeOf(build.output, files),
    pages: files.filter(isPage).length,
  };
}

async function run({ name, version, command, args, env, folder }: Build) {
  const usage = await processUsage(command, args, { cwd: folder, env });
  if (usage.status === 0) return usage;
  const last = usage.output.trim().split('\n').slice(-linesShown).join('\n');
  return { name, reason: `${name} ${version} ended with status ${usage.status}:\n${last || '(it printed nothing)'}` };
}

/** What a build that is to be compared must hold and does not; a fast one of half a site would prove nothing. */
async function missingOutput({ output, site }: Build, files: string[]): Promise<string | undefined> {
  const stories = files.filter((file) => /^\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/.test(file)).length;
  if (stories !== site.stories) return `of ${stories} stories instead of ${site.stories}`;
  const pages = [site.newest.url, site.newest.sectionUrl, '/'].map((url) => `${url.slice(1)}index.html`);
  for (const file of [...pages, 'feed.xml']) {
    if (!files.includes(file)) return `without ${file}`;
    const text = await readFile(path.join(output, file), 'utf8');
    if (!text.includes(mark)) return `whose ${file} does not show the edited headline`;
  }
}

/** Hugo writes a page/1 for each list, which leads to the list. */
function isPage(file: string): boolean {
  return file.endsWith('.html') && !file.endsWith('/page/1/index.html') && file !== 'page/1/index.html';
}

/** Files below the folder, with slashes. */
async function outputFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

async function sizeOf(folder: string, files: string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += (await stat(path.join(folder, file))).size;
  return bytes;
}
