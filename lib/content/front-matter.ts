import { isCollection, isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { isRecord } from '../is-record';

export type FrontMatter = {
  /** The fields, as plain data; dates stay texts. */
  data: Record<string, unknown>;
  /** Where a field or an item of a list stands in the file, `['authors', 1]`; the nearest known place otherwise. */
  positionOf: (path: (string | number)[]) => Position;
  /** The text below the front matter. */
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
  mistakes: (Position & { message: string })[];
};

export type Position = { line: number; column: number };

/**
 * Reads an MDX file's front matter, or a whole YAML file, as YAML 1.2.
 *
 * @param isWhole the file is YAML from its first line to its last
 */
export function readFrontMatter(text: string, isWhole: boolean): FrontMatter {
  const fence = isWhole ? undefined : /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  if (!isWhole && (!fence || fence.index !== 0)) {
    return {
      data: {},
      positionOf: () => ({ line: 1, column: 1 }),
      body: '',
      bodyLine: 1,
      mistakes: [
        {
          line: 1,
          column: 1,
          message: 'The file has no front matter. Begin it with a line ---, the fields, and another line ---.',
        },
      ],
    };
  }
  const yaml = fence?.[1] ?? text;
  const firstLine = isWhole ? 1 : 2;
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const positionAt = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: Math.max(col, 1) };
  };
  // A warning is a text that YAML would cut: “!Breaking news” is a tag and a text.
  const mistakes = [...document.errors, ...document.warnings].map((error) => ({
    ...positionAt(error.pos[0]),
    message: `This is not valid YAML: ${error.message.replace(/\.?$/, '.')} Put quotes around a text that holds a colon and a space, and indent with spaces.`,
  }));
  visit(document, {
    Alias: (_, { source, range }) => {
      const message = `“*${source}” is a reference in YAML, which front matter does not use. Put quotes around the text.`;
      mistakes.push({ ...positionAt(range?.[0] ?? 0), message });
    },
  });
  const data: unknown = mistakes.length === 0 ? document.toJS({ maxAliasCount: 0 }) : {};
  if (mistakes.length === 0 && !isRecord(data)) {
    mistakes.push({
      line: firstLine,
      column: 1,
      message: 'There are no fields here. Write each on a line of its own, as in “title: A headline”.',
    });
  }
  const body = fence ? text.slice(fence[0].length) : '';
  return {
    data: isRecord(data) ? data : {},
    positionOf: (path) => positionAt(offsetOf(document, path)),
    body,
    bodyLine: fence ? fence[0].split('\n').length - (fence[0].endsWith('\n') ? 0 : 1) : 1,
    mistakes,
  };
}

function offsetOf(document: Document, path: (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      const start = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      offset = start ?? offset;
      node = pair.value;
    } else {
      const item: unknown = typeof step === 'number' ? node.items[step] : undefined;
      if (!item) break;
      if (isScalar(item) || isCollection(item)) offset = item.range?.[0] ?? offset;
      node = item;
    }
  }
  return offset;
}
