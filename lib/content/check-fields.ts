import type { FieldDef } from 'contentlayer2/source-files';
import { isNested, nestedFieldsOf } from './field-definitions';
import { ruleFor } from './field-rules';
import { isRecord } from '../is-record';

export type FieldMistake = { path: (string | number)[]; message: string };

/**
 * Holds a document's fields against the schema of contentlayer.config.ts: every field that is missing, unknown, of the
 * wrong type or the wrong form.
 *
 * @param path where the fields stand within the document; empty for the document itself
 */
export function checkFields(
  data: Record<string, unknown>,
  definitions: Record<string, FieldDef>,
  path: (string | number)[] = [],
): FieldMistake[] {
  const mistakes: FieldMistake[] = [];
  for (const name of Object.keys(data)) {
    if (Object.hasOwn(definitions, name)) continue;
    const near = Object.keys(definitions).find((known) => known.toLowerCase() === name.toLowerCase());
    const known = Object.keys(definitions).join(', ');
    mistakes.push({
      path: [...path, name],
      message: `There is no field “${name}”. ${near ? `Write “${near}”.` : `The fields are ${known}.`}`,
    });
  }
  for (const [name, definition] of Object.entries(definitions)) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined || value === null || value === '') {
      if (definition.required || value === '') {
        const state = value === undefined ? 'missing' : 'empty';
        const mend = definition.required ? `Write “${name}: …”: ${describe(definition)}.` : 'Fill it in, or remove it.';
        mistakes.push({ path: [...path, name], message: `The field “${name}” is ${state}. ${mend}` });
      }
      continue;
    }
    mistakes.push(...checkValue(value, definition, name, [...path, name]));
  }
  return mistakes;
}

function checkValue(value: unknown, definition: FieldDef, name: string, path: (string | number)[]): FieldMistake[] {
  const wrong = (message: string) => [{ path, message }];
  switch (definition.type) {
    case 'string':
    case 'date': {
      if (typeof value !== 'string')
        return wrong(`“${name}” must be text, not ${describeValue(value)}. Put quotes around it.`);
      const message = ruleFor(name, definition.type)?.(value);
      return message ? wrong(message) : [];
    }
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? [] : wrong(`“${name}” must be a number, such as 1.`);
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong(`“${name}” must be true or false.`);
    case 'enum':
      return definition.options.some((option) => option === value)
        ? []
        : wrong(`“${name}” is ${describeValue(value)}. Choose one of ${definition.options.join(', ')}.`);
    case 'list':
      return checkList(value, definition, name, path);
    case 'nested':
      return isRecord(value)
        ? checkFields(value, nestedFieldsOf(definition.of), path)
        : wrong(`“${name}” must have fields of its own, indented below it.`);
    default:
      throw new Error(`The schema gives “${name}” the type ${definition.type}, which the checker does not know.`);
  }
}

function checkList(
  value: unknown,
  definition: Extract<FieldDef, { type: 'list' }>,
  name: string,
  path: (string | number)[],
): FieldMistake[] {
  if (!Array.isArray(value)) return [{ path, message: `“${name}” must be a list: write “${name}: [one, two]”.` }];
  if (definition.required && value.length === 0) {
    return [{ path, message: `“${name}” is an empty list. Write at least one: ${describe(definition)}.` }];
  }
  const mistakes = value.flatMap((item: unknown, index) => {
    const place = [...path, index];
    if (isNested(definition.of)) {
      return isRecord(item)
        ? checkFields(item, nestedFieldsOf(definition.of), place)
        : [{ path: place, message: `Each of “${name}” must have fields of its own.` }];
    }
    if (typeof item !== 'string' || item === '') {
      return [
        { path: place, message: `Each of “${name}” must be text, not ${describeValue(item)}. Put quotes around it.` },
      ];
    }
    const message = ruleFor(name, 'list')?.(item);
    if (message) return [{ path: place, message }];
    return value.indexOf(item) < index
      ? [{ path: place, message: `“${item}” stands twice in “${name}”. Remove one.` }]
      : [];
  });
  return mistakes;
}

function describe(definition: FieldDef): string {
  const text = definition.description ?? 'see contentlayer.config.ts';
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'a group of fields';
  return `“${String(value)}”`;
}
