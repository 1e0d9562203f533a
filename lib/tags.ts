/** The words of a tag as readers see them: its slug without hyphens, and a capital. */
export function tagName(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
