import { stringify } from 'yaml';
import { dayIn, isoIn } from '../dates';
import { checkSlug } from './field-rules';
import { numberedSlug, slugOf } from './slug-of';

/** What a paper offers a new story to choose from. */
export type Newsroom = {
  timeZone: string;
  /** At least one; the name as it stands in a byline. */
  authors: { slug: string; name: string }[];
  /** Slugs; at least one. */
  categories: string[];
};

/** What is known of a new story; the rest is filled in, or left for its editor. */
export type NewArticleFields = {
  headline: string;
  summary?: string;
  /** Slugs; the paper's first author by default. */
  authors?: string[];
  /** A slug; the paper's first category by default. */
  category?: string;
  tags?: string[];
  kind?: string;
  dateline?: string;
  /** Now by default. */
  publishedAt?: Date;
  /** Made of the headline by default. */
  slug?: string;
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
 * @throws Error with a sentence for the editor, when there can be no such story
 */
export function newArticle(fields: NewArticleFields, newsroom: Newsroom, now: Date): NewArticle {
  const title = checkHeadline(fields.headline);
  const known = newsroom.authors.map(({ slug }) => slug);
  const [firstAuthor, firstCategory] = [known[0], newsroom.categories[0]];
  if (!firstAuthor) throw new Error('The paper has no author yet. Write content/authors/<slug>.mdx first.');
  if (!firstCategory) throw new Error('The paper has no category yet. Write content/categories/<slug>.yaml first.');
  const { authors = [firstAuthor], category = firstCategory, tags = [], publishedAt = now } = fields;
  for (const author of authors) mustBeOneOf('author', author, known);
  mustBeOneOf('category', category, newsroom.categories);

  const { timeZone } = newsroom;
  const day = dayIn(timeZone, publishedAt);
  const slug = fields.slug ?? slugOf(title) ?? `story-${day}`;
  for (const given of [slug, ...tags]) {
    const mistake = checkSlug(given);
    if (mistake) throw new Error(mistake);
  }
  const folder = `articles/${day.slice(0, 4)}/${day.slice(5, 7)}`;
  const summary = fields.summary ?? 'What the story adds to its headline, in a sentence or two.';
  const further = {
    ...(fields.kind ? { kind: fields.kind } : {}),
    ...(fields.dateline ? { dateline: fields.dateline } : {}),
  };
  return {
    fileFor: (copy) => `${folder}/${numberedSlug(slug, copy)}.mdx`,
    text: `---
${yaml({ title, summary })}publishedAt: ${isoIn(timeZone, publishedAt)}
authors: [${authors.join(', ')}] # one or more of ${choices(known)}
category: ${category} # one of ${choices(newsroom.categories)}
tags: [${tags.join(', ')}]
${Object.keys(further).length > 0 ? yaml(further) : ''}status: draft # take this line out to publish
---

Write the story here.
`,
  };
}

/**
 * A headline on one line.
 *
 * @throws Error with a sentence for the editor, when no story can have it
 */
export function checkHeadline(headline: string): string {
  const title = headline.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (title === '') throw new Error('A story needs a headline. Type npm run new -- "Its headline".');
  if (!/\p{L}/u.test(title)) throw new Error(`The headline “${title}” has no letters. Write one with words.`);
  return title;
}

/** The author whose name, or slug, is that of a person; whatever the accents and capitals. */
export function authorNamed(person: string, { authors }: Newsroom): string | undefined {
  // A name without a Latin letter has no slug.
  const plain = (text: string) => slugOf(text) ?? text;
  return authors.find(({ slug, name }) => [plain(name), slug].includes(plain(person)))?.slug;
}

function mustBeOneOf(what: string, slug: string, known: string[]): void {
  if (known.includes(slug)) return;
  throw new Error(`There is no ${what} “${slug}”. Choose one of ${choices(known)}.`);
}

function yaml(fields: Record<string, string>): string {
  return stringify(fields, { lineWidth: 0 });
}

function choices(slugs: string[]): string {
  const shown = slugs.slice(0, choicesShown).join(', ');
  return slugs.length > choicesShown ? `${shown} and ${slugs.length - choicesShown} more` : shown;
}
