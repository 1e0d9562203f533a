import type { MarkdownFile } from './read-markdown-file';
import { isRecord } from '../../is-record';

/*
 * What fields of Hugo, Jekyll, Astro and Ghost's exports become; the first that is there counts. A name with a dot is a
 * field within a field. README.md, “Moving in”, has the same table for editors.
 */
export const fieldNames = {
  title: ['title'],
  summary: ['summary', 'description', 'excerpt', 'custom_excerpt', 'subtitle'],
  publishedAt: ['date', 'publishDate', 'pubDate', 'published_at', 'published', 'publishedAt'],
  updatedAt: ['lastmod', 'updatedDate', 'last_modified_at', 'updated_at', 'modified', 'updatedAt'],
  authors: ['authors', 'author', 'primary_author'],
  category: ['category', 'categories', 'section', 'primary_tag'],
  tags: ['tags', 'keywords'],
  picture: ['image', 'cover.image', 'cover', 'heroImage', 'featured_image', 'feature_image', 'thumbnail', 'images'],
  pictureAlt: ['image_alt', 'cover.alt', 'heroImageAlt', 'feature_image_alt', 'alt'],
  pictureCaption: ['image_caption', 'cover.caption', 'feature_image_caption'],
  draft: ['draft'],
  status: ['status'],
  slug: ['slug'],
  oldPaths: ['aliases', 'redirect_from', 'redirectFrom', 'permalink', 'url'],
  searchTitle: ['meta_title'],
  searchDescription: ['meta_description'],
} as const;

export type MappedFields = {
  title: string;
  summary: string;
  publishedAt: string;
  updatedAt: string;
  authors: string[];
  categories: string[];
  tags: string[];
  picture: string;
  pictureAlt: string;
  pictureCaption: string;
  isDraft: boolean;
  slug: string;
  oldPaths: string[];
  searchTitle: string;
  searchDescription: string;
  /** Fields that nothing was made of. */
  unknown: string[];
};

/** Fields that say how another system shows a page, and nothing of what it says. */
const silent = new Set([
  'layout',
  'type',
  'weight',
  'toc',
  'comments',
  'id',
  'uuid',
  'visibility',
  'featured',
  'math',
  'pin',
  'order',
]);

export function mapFields({ fields }: Pick<MarkdownFile, 'fields'>): MappedFields {
  const used = new Set<string>();
  const find = (name: keyof typeof fieldNames): unknown => {
    for (const key of fieldNames[name]) {
      const [outer = '', inner] = key.split('.');
      const value = inner === undefined ? fields[outer] : isRecord(fields[outer]) ? fields[outer][inner] : undefined;
      if (outer in fields) used.add(outer);
      if (
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(inner === undefined && isRecord(value) && name === 'picture')
      ) {
        return value;
      }
    }
    return undefined;
  };
  const text = (name: keyof typeof fieldNames) => texts(find(name))[0] ?? '';
  const mapped = {
    title: text('title'),
    summary: text('summary'),
    publishedAt: text('publishedAt'),
    updatedAt: text('updatedAt'),
    authors: texts(find('authors')),
    categories: texts(find('category')),
    tags: texts(find('tags')),
    picture: text('picture'),
    pictureAlt: text('pictureAlt'),
    pictureCaption: text('pictureCaption'),
    isDraft: find('draft') === true || fields.published === false || /^(draft|scheduled)$/.test(text('status')),
    slug: text('slug'),
    oldPaths: texts(find('oldPaths')).filter((path) => /^\/[^\s?#:]+$/.test(path)),
    searchTitle: text('searchTitle'),
    searchDescription: text('searchDescription'),
  };
  used.add('published');
  return { ...mapped, unknown: Object.keys(fields).filter((key) => !used.has(key) && !silent.has(key)) };
}

/** A text, the texts of a list, or the names of things in it. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (isRecord(value)) return texts(value.name ?? value.title ?? value.slug ?? value.src ?? value.url);
  return [];
}
