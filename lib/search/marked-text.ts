import Database from 'libsql';
import { tokenizer } from '../edition/schema';
import { withoutBorders } from '../edition/search-text';

export type TextPart = { text: string; isMatch: boolean };

/** Characters that no text holds, around each match while it travels through SQLite. */
const matchStart = '\u0002';
const matchEnd = '\u0003';

/** A story's headline and text, as the index holds them. */
export type IndexedText = { id: number; title: string; body: string };

/** The same with matches marked, the text cut to its best passage. */
export type MarkedText = { id: number; title: string; excerpt: string };

let scratch: Database.Database | undefined;

/**
 * Marks what an expression matches in some stories. In an index of these stories alone: in that of all, a match of an
 * unfinished word costs some milliseconds for each story.
 *
 * @param length of the passage, in words of the index
 */
export function markTexts(texts: IndexedText[], match: string, length: number): MarkedText[] {
  if (!scratch) {
    scratch = new Database(':memory:');
    scratch.exec(`create virtual table texts using fts5 (title, body, tokenize = '${tokenizer}')`);
  }
  scratch.exec('begin; delete from texts');
  try {
    const insert = scratch.prepare('insert into texts (rowid, title, body) values (?, ?, ?)');
    for (const { id, title, body } of texts) insert.run(id, title, body);
    const select = scratch.prepare(
      `select json_object('id', rowid, 'title', highlight(texts, 0, ?, ?), 'excerpt', snippet(texts, 1, ?, ?, '…', ?))
       from texts where texts match ?`,
    );
    const rows = select.pluck().all(matchStart, matchEnd, matchStart, matchEnd, length, match);
    return rows.map((row) => {
      const marked: MarkedText = JSON.parse(String(row));
      return marked;
    });
  } finally {
    scratch.exec('rollback');
  }
}

/** Whether a text has a match marked. */
export function isMarked(text: string): boolean {
  return text.includes(matchStart);
}

/**
 * A text as its writer wrote it, with what was found in it apart.
 *
 * @param marked a text of the index, or a part of it, with its matches marked
 * @param original the text that it was made from
 * @returns undefined where the one is not in the other
 */
export function markedParts(marked: string, original: string, folded: string): TextPart[] | undefined {
  const [before, after] = [marked.startsWith('…'), marked.endsWith('…')];
  const inner = withoutBorders(marked.slice(before ? 1 : 0, after ? -1 : undefined));
  const plain = inner.replaceAll(matchStart, '').replaceAll(matchEnd, '');
  const start = folded.indexOf(plain);
  if (start < 0) return undefined;
  const source = original.normalize('NFC');
  const parts: TextPart[] = before ? [{ text: '…', isMatch: false }] : [];
  let place = start;
  for (const [index, piece] of inner.split(matchStart).entries()) {
    const [match = '', rest = ''] = index === 0 ? ['', piece] : piece.split(matchEnd);
    parts.push({ text: source.slice(place, place + match.length), isMatch: true });
    place += match.length;
    parts.push({ text: source.slice(place, place + rest.length), isMatch: false });
    place += rest.length;
  }
  if (after) parts.push({ text: '…', isMatch: false });
  return parts.filter(({ text }) => text !== '');
}
