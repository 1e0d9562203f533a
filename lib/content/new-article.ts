import { stringify } from 'yaml';
import { dayIn, isoIn } from '../dates';
import { numberedSlug, slugOf } from './slug-of';

/** What a paper offers a new story to choose from. */
export type Newsroom = {
  timeZone: string;
  /** Slugs; at least one. */
  authors: string[];
  /** Slugs; at least one. */
  categories: string[];
};

export type NewArticle = {
  /** Where the file goes, below the content folder; `copy` counts from 1. */
  fileFor: (copy: number) => string;
  text: string;
};

/** More choices than this make a line that nobody reads. */
const choicesShown = 12;

/**
 * Drafts a story that passes `npm run check`, and that stays a draft until its editor takes the status out.
 *
 * @param now the moment that it is dated with
 * @throws Error with a sentence for the editor, when no story can have this headline
 */
export function newArticle(headline: string, newsroom: Newsroom, now: Date): NewArticle {
  const title = headline.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (title === '') throw new Error('A story needs a headline. Type npm run new -- "Its headline".');
  if (!/\p{L}/u.test(title)) throw new Error(`The headline “${title}” has no letters. Write one with words.`);
  const [author, category] = [newsroom.authors[0], newsroom.categories[0]];
  if (!author) throw new Error('The paper has no author yet. Write content/authors/<slug>.mdx first.');
  if (!category) throw new Error('The paper has no category yet. Write content/categories/<slug>.yaml first.');

  const { timeZone } = newsroom;
  const day = dayIn(timeZone, now);
  const slug = slugOf(title) ?? `story-${day}`;
  const folder = `articles/${day.slice(0, 4)}/${day.slice(5, 7)}`;
  return {
    fileFor: (copy) => `${folder}/${numberedSlug(slug, copy)}.mdx`,
    text: `---
${stringify({ title }, { lineWidth: 0 })}summary: What the story adds to its headline, in a sentence or two.
publishedAt: ${isoIn(timeZone, now)}
authors: [${author}] # one or more of ${choices(newsroom.authors)}
category: ${category} # one of ${choices(newsroom.categories)}
tags: []
status: draft # take this line out to publish
---

Write the story here.
`,
  };
}

function choices(slugs: string[]): string {
  const shown = slugs.slice(0, choicesShown).join(', ');
  return slugs.length > choicesShown ? `${shown} and ${slugs.length - choicesShown} more` : shown;
}
