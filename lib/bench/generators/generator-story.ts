import { stringify } from 'yaml';
import { readFrontMatter } from '../../content/front-matter';
import { articlePath } from '../../urls';

/** A story as other generators take it. */
export type GeneratorStory = {
  /** Markdown with front matter. */
  text: string;
  /** The address that we give it, with a slash at its end, as static sites have it. */
  url: string;
  category: string;
  /** As it was written, with its offset. */
  publishedAt: string;
};

/**
 * A story of the corpus with its fields named as Hugo names them, which Astro takes as well; the body stays as it is.
 * Taxonomies are named after the first part of their addresses.
 *
 * @param text as it lies on disk
 * @throws Error when it is not a story of the corpus
 */
export function generatorStory(text: string, slug: string): GeneratorStory {
  const { data, body, mistakes } = readFrontMatter(text, false);
  const { summary, publishedAt, authors, tags = [], category, ...fields } = data;
  if (mistakes[0]) throw new Error(`${slug}: ${mistakes[0].message}`);
  if (typeof publishedAt !== 'string') throw new Error(`${slug} has no publishedAt.`);
  if (typeof category !== 'string') throw new Error(`${slug} has no category.`);
  // The corpus's paper is in UTC.
  const url = `${articlePath(new Date(publishedAt).toISOString().slice(0, 10), slug)}/`;
  const named = { ...fields, description: summary, date: publishedAt, url, author: authors, category, tag: tags };
  return { text: `---\n${stringify(named, { lineWidth: 0 })}---\n${body}`, url, category, publishedAt };
}
