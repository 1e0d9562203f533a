import type { WordpressItem } from './export-item';
import { plainText } from './plain-text';

/**
 * What a post tells search engines by the fields of Yoast SEO: its title without the name of the site, which a paper adds
 * itself, and its description. Yoast's variables stand for what a post says anyway; those without a counterpart are
 * reported.
 */
export function searchFields(
  { meta, title: headline, excerpt }: WordpressItem,
  siteName: string,
  note: (sentence: string) => void,
): { search?: { title?: string; description?: string } } {
  const values: Record<string, string> = {
    title: plainText(headline),
    excerpt: plainText(excerpt),
    excerpt_only: plainText(excerpt),
    sitename: plainText(siteName),
    sep: separator,
    // The number of a page within a long post: nothing on its first.
    page: '',
  };
  const read = (key: string, what: string) => {
    const written = plainText(meta.get(key) ?? '');
    const unknown = new Set<string>();
    const filled = written.replaceAll(/%%(\w+)%%/g, (_, name: string) => {
      if (values[name] === undefined) unknown.add(name);
      return values[name] ?? '';
    });
    if (unknown.size === 0) return filled.replaceAll(/\s+/g, ' ').trim();
    note(`Its ${what} for search engines names ${[...unknown].join(', ')}, and was left out: “${written}”.`);
    return '';
  };
  const title = withoutSiteName(read('_yoast_wpseo_title', 'title'), plainText(siteName));
  const description = read('_yoast_wpseo_metadesc', 'description');
  const search = {
    ...(title && title !== values.title ? { title } : {}),
    ...(description && description !== values.excerpt ? { description } : {}),
  };
  return Object.keys(search).length > 0 ? { search } : {};
}

/** Any of those that Yoast offers: it is cut off with the name of the site. */
const separator = '-';

function withoutSiteName(title: string, siteName: string): string {
  if (!siteName || !title.endsWith(siteName)) return title;
  return title.slice(0, -siteName.length).replace(/[\s–—:·•*⋆|~«»<>-]+$/, '');
}
