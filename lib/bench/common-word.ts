/** A word that many of the latest stories hold. */
export function commonWord(stories: { title: string }[]): string {
  const counts = new Map<string, number>();
  for (const word of stories.slice(-1000).flatMap(({ title }) => title.toLowerCase().split(' '))) {
    if (word.length > 4) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [[word] = ['']] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return word;
}
