import type { FieldDef } from 'contentlayer2/source-files';
import type { ContentKind } from '../content/content-file';
import { fieldsOf, isNested, nestedFieldsOf } from '../content/field-definitions';

/** A field of the contract as plain data, which browsers can be sent. */
export type DeskField = {
  name: string;
  description: string;
  isRequired: boolean;
} & (
  | { kind: 'text' | 'moment' | 'number' | 'boolean' | 'texts' }
  | { kind: 'choice'; options: string[] }
  | { kind: 'reference' | 'references'; to: ContentKind }
  | { kind: 'group' | 'groups'; fields: DeskField[] }
) & { default?: string | number | boolean };

export type Forms = Record<ContentKind, DeskField[]>;

/** Fields that hold slugs of other files, by the kind of file; `refsOf` in lib/edition/check-file.ts follows them. */
const referenceFields = new Map<string, ContentKind>([
  ['authors', 'Author'],
  ['category', 'Category'],
  ['navigation', 'Category'],
]);

/** The fields of every kind of file, from the contract in contentlayer.config.ts. */
export function readForms(): Forms {
  return {
    Article: formOf(fieldsOf('Article')),
    Author: formOf(fieldsOf('Author')),
    Category: formOf(fieldsOf('Category')),
    Page: formOf(fieldsOf('Page')),
    Site: formOf(fieldsOf('Site')),
  };
}

function formOf(definitions: Record<string, FieldDef>): DeskField[] {
  return Object.entries(definitions).map(([name, definition]) => fieldOf(name, definition));
}

function fieldOf(name: string, definition: FieldDef): DeskField {
  const about = {
    name,
    description: definition.description ?? '',
    isRequired: definition.required ?? false,
    ...defaultOf(definition),
  };
  const to = referenceFields.get(name);
  switch (definition.type) {
    case 'string':
      return to ? { ...about, kind: 'reference', to } : { ...about, kind: 'text' };
    case 'date':
      return { ...about, kind: 'moment' };
    case 'number':
    case 'boolean':
      return { ...about, kind: definition.type };
    case 'enum':
      return { ...about, kind: 'choice', options: [...definition.options] };
    case 'nested':
      return { ...about, kind: 'group', fields: formOf(nestedFieldsOf(definition.of)) };
    case 'list':
      if (isNested(definition.of)) return { ...about, kind: 'groups', fields: formOf(nestedFieldsOf(definition.of)) };
      return to ? { ...about, kind: 'references', to } : { ...about, kind: 'texts' };
    default:
      throw new Error(`The schema gives “${name}” the type ${definition.type}, which the desk has no form for.`);
  }
}

function defaultOf(definition: FieldDef): { default?: string | number | boolean } {
  const value: unknown = 'default' in definition ? definition.default : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? { default: value } : {};
}
