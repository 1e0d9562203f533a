/** The beginning of a text on one line, cut between words; with a mark where there is more. `length` is in characters. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const end = line.lastIndexOf(' ', length);
  return `${line.slice(0, end > 0 ? end : length).replace(/[\s.,;:–—-]+$/, '')} …`;
}
