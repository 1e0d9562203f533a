import type { ComponentSchema, Config } from '@keystatic/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { deskConfig } from './desk-config';
import { readForms } from './forms';
import { loadKeystaticKit } from './keystatic-kit';

let config: Config;

beforeAll(async () => {
  const paper = { name: 'The Paper', timeZone: 'Asia/Seoul' };
  const now = new Date('2026-10-31T20:15:42Z');
  config = deskConfig(
    await loadKeystaticKit(),
    { moment: (field) => field, picture: (field) => field },
    readForms(),
    paper,
    now,
  );
}, 30_000);

/** A field of a story. */
function field(name: string): ComponentSchema {
  const schema = config.collections?.articles?.schema[name];
  if (!schema) throw new Error(`There is no field ${name}.`);
  return schema;
}

/** What Keystatic tells the field that names a file. */
type SlugField = { slugField: { slugs: Set<string>; glob: '**' } };

/** Whether a field takes a value, and what it says otherwise. */
function complaint(schema: ComponentSchema, value: unknown, slugField?: SlugField): string | undefined {
  if (schema.kind !== 'form') throw new Error('This is no field by itself.');
  try {
    schema.validate(value, slugField);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the form of a story', () => {
  it('has the fields of the contract, and a text', () => {
    const names = readForms().Article.map(({ name }) => name);
    expect(Object.keys(config.collections?.articles?.schema ?? {})).toEqual([...names, 'body']);
  });

  it('begins in the month of the paper, which may be ahead of UTC', () => {
    const publishedAt = field('publishedAt');
    expect(publishedAt.kind === 'form' && publishedAt.defaultValue()).toBe('2026-11-01T05:15:00+09:00');
  });

  it('refuses a file that is not where stories are', () => {
    const place = (slug: string) =>
      complaint(field('title'), { name: 'A', slug }, { slugField: { slugs: new Set(['2026/11/taken']), glob: '**' } });
    expect(place('2026/11/a-story')).toBeUndefined();
    expect(place('a-story')).toContain('is not the place of a story');
    expect(place('2026/11/A story')).toContain('is not a slug');
    expect(place('2026/11/taken')).toContain('must be unique');
  });

  it('has the rules of the contract', () => {
    expect(complaint(field('publishedAt'), '2026-11-24T09:00:00')).toContain('has no offset');
    expect(complaint(field('publishedAt'), '')).toContain('must not be empty');
    expect(complaint(field('updatedAt'), '')).toBeUndefined();
    expect(complaint(field('lang'), 'English')).toContain('BCP 47');
    expect(complaint(field('lang'), 'fr')).toBeUndefined();
    expect(complaint(field('authors'), [])).toContain('at least 1');
  });

  it('does not insist on the parts of a group that may be left out', () => {
    const image = field('image');
    if (image.kind !== 'object' || !image.fields.src) throw new Error('The picture is no group.');
    expect(complaint(image.fields.src, '')).toBeUndefined();
    expect(complaint(image.fields.src, 'name.webp')).toContain('is not a picture of this paper');
  });
});
