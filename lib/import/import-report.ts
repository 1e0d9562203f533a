import type { Written } from './import-folder';

/** What an import did, and what it could not carry over, for the people who go through it afterwards. */
export class ImportReport {
  #written = new Map<string, Map<Written, number>>();
  #notes = new Map<string, string[]>();
  #fetch = new Map<string, string>();

  /** @param kind what it is, in the plural: stories */
  count(kind: string, written: Written): void {
    const counts = this.#written.get(kind) ?? new Map<Written, number>();
    this.#written.set(kind, counts.set(written, (counts.get(written) ?? 0) + 1));
  }

  /** @param about what it is said of: a post with its title, or the whole site */
  note(about: string, sentence: string): void {
    const sentences = this.#notes.get(about) ?? [];
    if (!sentences.includes(sentence)) sentences.push(sentence);
    this.#notes.set(about, sentences);
  }

  /** A picture that is to be put into a folder before the next run. */
  fetch(address: string, file: string): void {
    this.#fetch.set(address, file);
  }

  get notes(): number {
    return [...this.#notes.values()].flat().length;
  }

  get toFetch(): number {
    return this.#fetch.size;
  }

  /** One line for each kind of file, as in “stories: 12 new, 3 the same”. */
  summary(): string[] {
    const words: Record<Written, string> = {
      new: 'new',
      changed: 'written again',
      same: 'as they were',
      kept: 'left alone, because somebody changed them since',
      removed: 'not written again, because somebody removed them',
    };
    return [...this.#written].map(([kind, counts]) => {
      const parts = [...counts].map(([written, count]) => `${count.toLocaleString('en')} ${words[written]}`);
      return `${kind}: ${parts.join(', ')}`;
    });
  }

  /** As a Markdown file, the same for the same import. */
  toMarkdown(title: string): string {
    const notes = [...this.#notes].flatMap(([about, sentences]) => [
      `## ${about}`,
      '',
      ...sentences.map((sentence) => `- ${sentence}`),
      '',
    ]);
    const fetch = [...this.#fetch].map(([address, file]) => `- ${address} → ${file}`);
    return [
      `# ${title}`,
      '',
      ...(notes.length > 0 ? ['What could not be carried over as it was, by post.', '', ...notes] : []),
      ...(fetch.length > 0
        ? [
            '## Pictures to fetch',
            '',
            'Put each into a folder under the path behind its arrow, and run the import again with --uploads and that folder.',
            '',
            ...fetch,
            '',
          ]
        : []),
    ]
      .join('\n')
      .replace(/\n+$/, '\n');
  }
}
