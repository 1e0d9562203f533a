import type { ComponentSchema, Config } from '@keystatic/core';
import { startOfMinute } from 'date-fns/startOfMinute';
import { slugOf } from '../content/slug-of';
import { checkSlug, ruleFor } from '../content/field-rules';
import { dayIn, isoIn } from '../dates';
import { bodyField } from './body-field';
import type { DeskField, Forms } from './forms';
import type { KeystaticKit } from './keystatic-kit';
import { rulePattern } from './rule-pattern';

/** What the desk knows of the paper when it starts. */
export type DeskPaper = { name: string; timeZone: string };

type TextField = ReturnType<KeystaticKit['fields']['text']>;

/** What gives a field for text another input. */
export type TextInput = (field: TextField) => TextField;

/** What makes of a field for text one for a moment on the paper's clock. */
export type MomentInput = (
  field: TextField,
  about: { label: string; description: string; timeZone: string },
) => TextField;

/** Inputs that Keystatic does not have. */
export type DeskInputs = { moment: MomentInput; picture: TextInput };

const collections = {
  Article: 'articles',
  Author: 'authors',
  Category: 'categories',
  Page: 'pages',
  Site: 'site',
} as const;

/** A field with this rule holds the address of a picture. */
const pictureRule = ruleFor('src', 'string');

/** Where a list of texts is one of slugs or paths, its rule is for each of them. */
type RuleType = 'string' | 'date' | 'list';

/**
 * The configuration of Keystatic, with the fields, words and rules of the contract.
 *
 * @param now the moment that new stories are dated with
 */
export function deskConfig(kit: KeystaticKit, inputs: DeskInputs, forms: Forms, paper: DeskPaper, now: Date): Config {
  const { fields } = kit;
  const { timeZone } = paper;

  /** @param isOptional the field is part of a group that may be left out, so that it cannot insist on being filled in */
  function schemaOf(form: DeskField[], isOptional = false): Record<string, ComponentSchema> {
    return Object.fromEntries(form.map((field) => [field.name, fieldOf(field, isOptional)]));
  }

  function textOf({ name, description }: DeskField, isRequired: boolean, type: RuleType, start?: string): TextField {
    const rule = ruleFor(name, type);
    const field = fields.text({
      label: labelOf(name),
      description,
      defaultValue: start,
      multiline: ['summary', 'text', 'withdrawnReason', 'disclaimer'].includes(name),
      validation: { isRequired, pattern: rule && rulePattern(rule, isRequired) },
    });
    return rule === pictureRule ? inputs.picture(field) : field;
  }

  function fieldOf(field: DeskField, isOptional: boolean): ComponentSchema {
    const { name, description } = field;
    const label = labelOf(name);
    const isRequired = field.isRequired && !isOptional;
    switch (field.kind) {
      case 'text':
        return textOf(field, isRequired, 'string');
      case 'moment': {
        const start = field.isRequired && !isOptional ? isoIn(timeZone, startOfMinute(now)) : undefined;
        return inputs.moment(textOf(field, isRequired, 'date', start), { label, description, timeZone });
      }
      case 'number':
        return fields.number({ label, description, step: 1, validation: { isRequired } });
      case 'boolean':
        return fields.checkbox({ label, description, defaultValue: field.default === true });
      case 'choice': {
        const given = field.options.map((option) => ({ label: option, value: option }));
        const options = field.default === undefined && !isRequired ? [{ label: '—', value: '' }, ...given] : given;
        const defaultValue = typeof field.default === 'string' ? field.default : (options[0]?.value ?? '');
        return fields.select({ label, description, options, defaultValue });
      }
      case 'reference':
        return fields.relationship({
          label,
          description,
          collection: collections[field.to],
          validation: { isRequired },
        });
      case 'references': {
        const validation = { length: { min: isRequired ? 1 : 0 } };
        return fields.multiRelationship({ label, description, collection: collections[field.to], validation });
      }
      case 'texts':
        return fields.array(textOf(field, true, 'list'), {
          label,
          description,
          itemLabel: ({ value }) => value,
          validation: { length: { min: isRequired ? 1 : 0 } },
        });
      case 'group':
        return fields.object(schemaOf(field.fields, !isRequired), { label, description });
      case 'groups':
        return fields.array(fields.object(schemaOf(field.fields)), {
          label,
          description,
          itemLabel: ({ fields: item }) => firstText(item),
        });
    }
  }

  /**
   * The form of a kind of file that is named after its first field.
   *
   * @param folder where new files go, with a slash at its end; empty for kinds that have no folders
   */
  function namedForm(form: DeskField[], folder = '') {
    const [first, ...rest] = form;
    if (!first) throw new Error('A kind of file has no fields, so its files cannot be named.');
    const name = fields.slug({
      name: { label: labelOf(first.name), description: first.description, validation: { isRequired: true } },
      slug: {
        label: 'File',
        description: folder
          ? 'Year and month of its publication, and the name that its address ends with'
          : 'The name that its address ends with',
        generate: (text) => (text === '' ? '' : folder + (slugOf(text) ?? `story-${dayIn(timeZone, now)}`)),
        validation: { pattern: rulePattern(folder ? checkStoryName : checkSlug, true) },
      },
    });
    return { slugField: first.name, schema: { [first.name]: name, ...schemaOf(rest) } };
  }

  /** Such a form with a text below it. */
  function textForm(form: DeskField[], folder?: string) {
    const { slugField, schema } = namedForm(form, folder);
    return { slugField, schema: { ...schema, body: bodyField(kit, inputs.picture) }, format: { contentField: 'body' } };
  }

  const thisMonth = `${dayIn(timeZone, now).slice(0, 7).replace('-', '/')}/`;
  return {
    storage: { kind: 'local' },
    ui: { brand: { name: paper.name } },
    collections: {
      articles: {
        label: 'Stories',
        path: 'articles/**',
        entryLayout: 'content',
        ...textForm(forms.Article, thisMonth),
      },
      authors: { label: 'Authors', path: 'authors/*', ...textForm(forms.Author) },
      categories: {
        label: 'Categories',
        path: 'categories/*',
        format: { data: 'yaml' },
        ...namedForm(forms.Category),
      },
      pages: { label: 'Pages', path: 'pages/*', ...textForm(forms.Page) },
    },
    singletons: {
      site: { label: 'The paper', path: 'site', format: { data: 'yaml' }, schema: schemaOf(forms.Site) },
    },
  };
}

/** A story is named with its folder, as in 2026/11/seoul-signs. */
function checkStoryName(text: string): string | undefined {
  const [, slug] = /^\d{4}\/\d{2}\/([^/]*)$/.exec(text) ?? [];
  if (slug === undefined)
    return `“${text}” is not the place of a story. Write year, month and slug, as in 2026/11/seoul-signs.`;
  return checkSlug(slug);
}

/** The name of a field in words: “publishedAt” is “Published at”. */
function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a list calls an item that has fields of its own. */
function firstText(fields: Record<string, object>): string {
  for (const field of Object.values(fields)) {
    if ('value' in field && typeof field.value === 'string' && field.value !== '') return field.value;
  }
  return '—';
}
