import { stringify } from 'yaml';
import { dayIn, isoIn } from '../dates';
import { maxSlugLength } from '../urls';

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
    fileFor: (copy) => `${folder}/${copy === 1 ? slug : numbered(slug, copy)}.mdx`,
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

/** Letters that Unicode does not take apart into a Latin letter and its mark. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** A slug of a headline's words; undefined when none of its letters is Latin. */
function slugOf(title: string): string | undefined {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /[a-z]/.test(plain) ? cut(plain, maxSlugLength) : undefined;
}

function numbered(slug: string, copy: number): string {
  return `${cut(slug, maxSlugLength - `-${copy}`.length)}-${copy}`;
}

/** Cuts between words where there is more than one. */
function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const end = slug.lastIndexOf('-', length);
  return slug.slice(0, end > 0 ? end : length);
}
