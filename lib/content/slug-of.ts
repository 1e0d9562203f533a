import { maxSlugLength } from '../urls';

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
export function slugOf(title: string): string | undefined {
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

/** The slug of the first, the second, … story with the same words: `a-story`, `a-story-2`. `copy` counts from 1. */
export function numberedSlug(slug: string, copy: number): string {
  return copy === 1 ? slug : `${cut(slug, maxSlugLength - `-${copy}`.length)}-${copy}`;
}

/** Cuts between words where there is more than one. */
function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const end = slug.lastIndexOf('-', length);
  return slug.slice(0, end > 0 ? end : length);
}
