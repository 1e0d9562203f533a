import type { Site } from './site';

/** A tag as readers see it: the name that site.yaml gives it, or its slug with spaces and capitals. */
export function tagName(slug: string, site: Pick<Site, 'tagNames'>): string {
  const named = site.tagNames.find((tag) => tag.slug === slug);
  if (named) return named.name;
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
