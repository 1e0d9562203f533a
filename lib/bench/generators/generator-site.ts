import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { readFrontMatter } from '../../content/front-matter';
import { formatPeriod } from '../../dates';
import { generatorStory } from './generator-story';

/** A site for another generator to build, and where to see that it has. */
export type GeneratorSite = {
  stories: number;
  /** The newest story. */
  newest: {
    /** Absolute. */
    file: string;
    /** Of its page and of its section, each with a slash at both ends. */
    url: string;
    sectionUrl: string;
  };
};

/**
 * Lays a corpus out for a generator, with our templates for it. Below content/ are yyyy/mm/slug.md, and an _index.md
 * with the title of each section, author, year and month.
 *
 * @param contentDir as writeCorpus() makes it
 * @param workDir absolute; what is in it is lost
 * @param staticName the generator's name for the folder of files that are served as they are
 */
export async function writeGeneratorSite(
  contentDir: string,
  workDir: string,
  generator: 'astro' | 'hugo',
  staticName: string,
): Promise<GeneratorSite> {
  await rm(workDir, { recursive: true, force: true });
  await cp(path.join(import.meta.dirname, generator), workDir, { recursive: true });
  await cp(path.join(import.meta.dirname, 'paper.css'), path.join(workDir, staticName, 'paper.css'));
  await cp(path.join(contentDir, 'images'), path.join(workDir, staticName, 'images'), { recursive: true });
  return writeContent(contentDir, path.join(workDir, 'content'));
}

async function writeContent(contentDir: string, folder: string): Promise<GeneratorSite> {
  await writeFrame(contentDir, folder);
  let stories = 0;
  let newest: { at: number; story: GeneratorSite['newest'] } | undefined;
  const articles = path.join(contentDir, 'articles');
  for (const month of await monthsOf(articles)) {
    for (const name of await readdir(path.join(articles, month))) {
      const slug = path.basename(name, '.mdx');
      const story = generatorStory(await readFile(path.join(articles, month, name), 'utf8'), slug);
      const file = path.join(folder, month, `${slug}.md`);
      await writeText(file, story.text);
      stories += 1;
      const at = Date.parse(story.publishedAt);
      if (newest && newest.at >= at) continue;
      newest = { at, story: { file, url: story.url, sectionUrl: `/category/${story.category}/` } };
    }
  }
  if (!newest) throw new Error(`There are no stories in ${articles}.`);
  return { stories, newest: newest.story };
}

/** yyyy/mm */
async function monthsOf(articles: string): Promise<string[]> {
  const years = await readdir(articles);
  const months = years.map(async (year) =>
    (await readdir(path.join(articles, year))).map((month) => `${year}/${month}`),
  );
  return (await Promise.all(months)).flat();
}

/** Sections, authors, years and months. */
async function writeFrame(contentDir: string, folder: string): Promise<void> {
  for (const name of await readdir(path.join(contentDir, 'categories'))) {
    const { data } = readFrontMatter(await readFile(path.join(contentDir, 'categories', name), 'utf8'), true);
    await writeIndex(folder, `category/${path.basename(name, '.yaml')}`, { title: data.name, weight: data.order });
  }
  for (const name of await readdir(path.join(contentDir, 'authors'))) {
    const { data, body } = readFrontMatter(await readFile(path.join(contentDir, 'authors', name), 'utf8'), false);
    const fields = { title: data.name, role: data.role };
    await writeIndex(folder, `author/${path.basename(name, '.mdx')}`, fields, body);
  }
  for (const month of await monthsOf(path.join(contentDir, 'articles'))) {
    const year = month.slice(0, 4);
    await writeIndex(folder, year, { title: year });
    await writeIndex(folder, month, { title: formatPeriod(month.replace('/', '-'), 'en-GB') });
  }
}

async function writeIndex(folder: string, at: string, fields: Record<string, unknown>, body = ''): Promise<void> {
  await writeText(path.join(folder, at, '_index.md'), `---\n${stringify(fields)}---\n${body}`);
}

async function writeText(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
