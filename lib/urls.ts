/** Addresses of the site, in one place. Each is a path that begins with a slash. */

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Longer ones are cut off by file systems and mail programs. */
export const maxSlugLength = 120;

/** Whether a text has the form of a slug: small letters and digits in words joined by hyphens. */
export function isSlug(text: string): boolean {
  return text.length <= maxSlugLength && slugPattern.test(text);
}

/** A path or a part of one without its percent-encoding; as it stands where it does not decode. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** @param day yyyy-mm-dd in the site's time zone */
export function articlePath(day: string, slug: string): string {
  return `/${day.replaceAll('-', '/')}/${slug}`;
}

/** @param period 2025, 2025-10 or 2025-10-25 */
export function archivePath(period: string): string {
  return `/${period.replaceAll('-', '/')}`;
}

/** The page that shows how an article changed. */
export function historyPath(articlePath: string): string {
  return `${articlePath}/history`;
}

export function categoryPath(slug: string): string {
  return `/category/${slug}`;
}

export function authorPath(slug: string): string {
  return `/author/${slug}`;
}

export function tagPath(slug: string): string {
  return `/tag/${slug}`;
}

/** `about` is the about page itself. */
export function pagePath(slug: string): string {
  return slug === 'about' ? '/about' : `/about/${slug}`;
}

/** The short address that WordPress gave a post or page, besides its own. */
export function postNumberPath(number: string): string {
  return `/?p=${number}`;
}

export const postNumberPattern = /^\/\?p=([1-9]\d{0,9})$/;

/** The number in such an address; undefined for all others. */
export function postNumberOf(path: string): string | undefined {
  return postNumberPattern.exec(path)?.[1];
}

export type FeedFormat = 'rss' | 'atom' | 'json';

const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const satisfies Record<
  FeedFormat,
  string
>;

/** The feed of a list of stories. */
export function feedPath(listPath: string, format: FeedFormat): string {
  return `${listPath === '/' ? '' : listPath}/${feedFiles[format]}`;
}

/** The picture that social networks show of a story; `hash` is of what it says. */
export function storyCardPath(hash: string, articlePath: string): string {
  return `/social/${hash}${articlePath}.png`;
}

/** The picture that social networks show of pages that are no story. */
export function paperCardPath(hash: string): string {
  return `/social/${hash}/paper.png`;
}

/** @param file such as icon-192.png */
export function iconPath(hash: string, file: string): string {
  return `/icons/${hash}/${file}`;
}

/**
 * A picture cut to a form.
 *
 * @param picture the address that it is served at, /images/…
 * @param crop such as 16x9
 */
export function cropPath(picture: string, crop: string): string {
  return picture.replace(/^\/images\//, `/crops/${crop}/`);
}

/** A story as plain Markdown. */
export function markdownPath(articlePath: string): string {
  return `${articlePath}.md`;
}

/** The address of one page of a list: the list itself for the first, its /page/n for the others. */
export function numberedPath(path: string, page: number): string {
  if (page <= 1) return path;
  return path === '/' ? `/page/${page}` : `${path}/page/${page}`;
}

/** The number in a /page/n address; undefined for anything but 2, 3, … written plainly. */
export function parsePageNumber(text: string): number | undefined {
  return /^([2-9]|[1-9]\d{1,5})$/.test(text) ? Number(text) : undefined;
}
