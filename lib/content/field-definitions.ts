import type { DocumentType, FieldDef, FieldDefs, NestedType } from 'contentlayer2/source-files';
import { Article, Author, Category, Page, Site } from '../../contentlayer.config';
import type { ContentKind } from './content-file';

const documentTypes: Record<ContentKind, DocumentType> = { Article, Author, Category, Page, Site };

/** Every kind of file that the contract speaks of. */
export const contentKinds: ContentKind[] = ['Article', 'Author', 'Category', 'Page', 'Site'];

/** The fields that contentlayer.config.ts gives a kind of file, by name. */
export function fieldsOf(kind: ContentKind): Record<string, FieldDef> {
  return byName(documentTypes[kind].def().fields);
}

/** The fields of a field that has fields of its own, by name. */
export function nestedFieldsOf(type: NestedType | readonly NestedType[]): Record<string, FieldDef> {
  const [single] = 'def' in type ? [type] : type;
  return byName(single?.def().fields);
}

/** Whether the items of a list have fields of their own. */
export function isNested(item: object): item is NestedType {
  return 'type' in item && item.type === 'nested';
}

function byName(fields: FieldDefs = {}): Record<string, FieldDef> {
  return Array.isArray(fields) ? Object.fromEntries(fields.map((field) => [field.name, field])) : { ...fields };
}
