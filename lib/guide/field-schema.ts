import type { FieldDef } from 'contentlayer2/source-files';
import type { ContentKind } from '../content/content-file';
import { fieldsOf, isNested, nestedFieldsOf } from '../content/field-definitions';
import { formFor } from '../content/field-rules';

/** As much of JSON Schema, draft 7, as the contract needs. */
export type JsonSchema = {
  $schema?: string;
  $comment?: string;
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'string' | 'number' | 'boolean';
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: false;
  items?: JsonSchema;
  minItems?: number;
  uniqueItems?: true;
  enum?: readonly unknown[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  default?: unknown;
};

const titles: Record<ContentKind, string> = {
  Article: 'A story',
  Author: 'An author',
  Category: 'A category',
  Page: 'A page about the paper',
  Site: 'The paper',
};

/**
 * The contract of a kind of file as JSON Schema, for editors. What it refuses, `npm run check` refuses as well; rules
 * that no pattern can say, such as slugs that must exist, are left to the check.
 */
export function schemaOf(kind: ContentKind): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Written by npm run guide from contentlayer.config.ts.',
    title: titles[kind],
    ...objectSchema(fieldsOf(kind)),
  };
}

function objectSchema(fields: Record<string, FieldDef>): JsonSchema {
  const named = Object.entries(fields);
  const required = named.filter(([, field]) => field.required).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(named.map(([name, field]) => [name, fieldSchema(name, field)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function fieldSchema(name: string, field: FieldDef): JsonSchema {
  const { description } = field;
  return { ...(description && { description }), ...valueSchema(name, field), ...defaultOf(field) };
}

function valueSchema(name: string, field: FieldDef): JsonSchema {
  switch (field.type) {
    case 'string':
    case 'date':
      return { type: 'string', minLength: 1, ...formFor(name, field.type) };
    case 'number':
    case 'boolean':
      return { type: field.type };
    case 'enum':
      return { enum: field.options };
    case 'list':
      return {
        type: 'array',
        ...(field.required && { minItems: 1 }),
        ...(isNested(field.of)
          ? { items: objectSchema(nestedFieldsOf(field.of)) }
          : { items: { type: 'string', minLength: 1, ...formFor(name, 'list') }, uniqueItems: true }),
      };
    case 'nested':
      return objectSchema(nestedFieldsOf(field.of));
    default:
      throw new Error(
        `The contract gives “${name}” the type ${field.type}, which lib/guide/field-schema.ts does not know.`,
      );
  }
}

/** An empty list says no more than the field's absence. */
function defaultOf(field: FieldDef): JsonSchema {
  return 'default' in field && field.type !== 'list' ? { default: field.default } : {};
}
