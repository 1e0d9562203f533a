import { parse, stringify } from 'yaml';

/**
 * The edit that every system is measured with: a story whose headline ends with a mark.
 *
 * @param text a story as it lies on disk
 * @param mark a word; pages that show the headline can be known by it
 * @throws Error when the front matter has no line with a title
 */
export function editHeadline(text: string, mark: string): string {
  const line = /^title:.*$/m.exec(text)?.[0];
  if (line === undefined) throw new Error('The story has no line “title: …” to put a mark into.');
  const { title }: { title: unknown } = parse(line);
  if (typeof title !== 'string') throw new Error(`The headline is not a text: “${line}”`);
  const edited = stringify({ title: `${title} ${mark}` }, { lineWidth: 0 }).trimEnd();
  // By a function: a headline with “$&” is not a pattern.
  return text.replace(line, () => edited);
}
