import { isDeepStrictEqual } from 'node:util';
import { Document, isCollection, isMap, isNode, isScalar, parseDocument, visit } from 'yaml';
import type { DeskField } from './forms';
import { isRecord } from '../is-record';

type Data = Record<string, unknown>;

/**
 * The fields of a file as the desk saves them: those that were changed are written anew, and everything else, comments
 * and quotes too, is left as it stands.
 *
 * @param yaml the file's fields as it has them; empty for a new file
 * @param before what they say
 * @param after what the editor gave back, with empty fields for what was left out
 */
export function mergeFields(yaml: string, before: Data, after: Data, form: DeskField[]): string {
  const wanted = withoutEmpty(after, form);
  const had = withoutEmpty(before, form);
  const names = [...form.map(({ name }) => name), ...Object.keys(wanted)];
  let text = yaml;
  for (const name of new Set(names)) {
    if (!isDeepStrictEqual(wanted[name], had[name])) text = withField(text, name, wanted[name]);
  }
  return text;
}

/** Fields that say something: neither empty nor what holds by default. */
export function withoutEmpty(data: Data, form: DeskField[]): Data {
  const defaults = new Map(form.map((field) => [field.name, field.default]));
  const groups = new Map(form.map((field) => [field.name, 'fields' in field ? field.fields : []]));
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      const full = fullValue(value, groups.get(name) ?? []);
      return full === undefined || full === defaults.get(name) ? [] : [[name, full]];
    }),
  );
}

function fullValue(value: unknown, form: DeskField[]): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    return value.length === 0
      ? undefined
      : value.map((item: unknown) => (isRecord(item) ? withoutEmpty(item, form) : item));
  }
  if (!isRecord(value)) return value;
  const full = withoutEmpty(value, form);
  return Object.keys(full).length === 0 ? undefined : full;
}

/** The same YAML with a field set; without it where the value is undefined. */
function withField(yaml: string, name: string, value: unknown): string {
  const document = parseDocument(yaml);
  const map = document.contents;
  // Fields between braces are not on lines of their own.
  if (isMap(map) && map.flow) return changedAsWhole(document, name, value);
  const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
  const written = value === undefined ? '' : writtenField(name, value);
  if (!pair) return value === undefined ? yaml : `${yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`}${written}`;
  const start = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  const [, end, after] = (isNode(pair.value) ? pair.value.range : undefined) ?? [
    start,
    lineEnd(yaml, start),
    lineEnd(yaml, start),
  ];
  if (value === undefined)
    return yaml.slice(0, start) + yaml.slice(isScalar(pair.value) ? after : end).replace(/^[ \t]*\n/, '');
  const old = yaml.slice(start, end);
  return (
    yaml.slice(0, start) +
    commentsWithin(pair.value) +
    (old.endsWith('\n') ? written : written.trimEnd()) +
    yaml.slice(end)
  );
}

/** Comments between the lines of a value that is written anew go above it. */
function commentsWithin(value: unknown): string {
  if (!isCollection(value)) return '';
  const comments: string[] = [];
  visit(value, {
    Node: (_, node) => {
      if (node !== value) comments.push(node.commentBefore ?? '', node.comment ?? '');
    },
  });
  const lines = comments.flatMap((comment) => comment.split('\n')).filter((line) => line !== '');
  return lines.map((line) => `#${line}\n`).join('');
}

function changedAsWhole(document: Document, name: string, value: unknown): string {
  if (value === undefined) document.delete(name);
  else document.set(name, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}

/** Lists of texts stand on one line, as the newsroom writes them. */
function writtenField(name: string, value: unknown): string {
  const document = new Document({ [name]: value });
  visit(document, {
    Seq: (_, list) => {
      list.flow = list.items.every((item) => isScalar(item));
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
