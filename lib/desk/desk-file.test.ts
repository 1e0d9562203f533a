import { readdirSync, readFileSync } from 'node:fs';
import type { ComponentSchema, Config } from '@keystatic/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { isWholeYaml, kindOf, type ContentKind } from '../content/content-file';
import { readFrontMatter } from '../content/front-matter';
import type { RoundTrip } from './desk-body';
import { deskConfig } from './desk-config';
import { closeFile, openFile } from './desk-file';
import { readForms } from './forms';
import { loadKeystaticKit } from './keystatic-kit';
import { roundTripBy } from './round-trip';

const forms = readForms();
let config: Config;
let roundTrip: RoundTrip;

beforeAll(async () => {
  const kit = await loadKeystaticKit();
  roundTrip = roundTripBy(kit);
  config = deskConfig(
    kit,
    { moment: (field) => field, picture: (field) => field },
    forms,
    { name: 'The Paper', timeZone: 'Asia/Seoul' },
    new Date(),
  );
}, 30_000);

function schemaOf(kind: ContentKind): { schema: Record<string, ComponentSchema>; slugField: string } {
  const { articles, authors, categories, pages } = config.collections ?? {};
  const found = {
    Article: articles,
    Author: authors,
    Category: categories,
    Page: pages,
    Site: config.singletons?.site,
  };
  const form = found[kind];
  return { schema: form?.schema ?? {}, slugField: form && 'slugField' in form ? form.slugField : '' };
}

/** What Keystatic writes of a field that it read, by the code of the field. */
function given(schema: ComponentSchema, value: unknown): unknown {
  if (schema.kind === 'object') return givenFields(schema.fields, value ?? {});
  if (schema.kind === 'array') {
    return Array.isArray(value) ? value.map((item: unknown) => given(schema.element, item)) : [];
  }
  if (schema.kind !== 'form' || schema.formKind === 'asset' || schema.formKind === 'assets') {
    throw new Error(`The desk has no field of the kind ${schema.kind}.`);
  }
  if (schema.formKind === 'content') return undefined;
  const { value: stored = null }: { value?: string | null } = JSON.parse(JSON.stringify({ value }));
  if (schema.formKind === 'slug') return schema.serialize(schema.parse(stored ?? undefined, undefined)).value;
  return schema.serialize(schema.parse(stored ?? undefined)).value;
}

function givenFields(schema: Record<string, ComponentSchema>, data: object): Record<string, unknown> {
  const values = new Map(Object.entries(data));
  for (const name of values.keys()) if (!schema[name]) throw new Error(`Keystatic knows no field ${name}.`);
  return Object.fromEntries(Object.entries(schema).map(([name, field]) => [name, given(field, values.get(name))]));
}

/** The same with the field that Keystatic names the file after. */
function givenDocument(schema: Record<string, ComponentSchema>, data: Record<string, unknown>, slugField: string) {
  const { [slugField]: name, ...rest } = data;
  const { [slugField]: nameField, ...others } = schema;
  if (nameField?.kind !== 'form' || nameField.formKind !== 'slug') return givenFields(schema, data);
  const stored = typeof name === 'string' ? name : undefined;
  const written = nameField.serializeWithSlug(nameField.parse(stored, { slug: 'a-slug' })).value;
  return { [slugField]: written, ...givenFields(others, rest) };
}

/** A file after the editor opened it and saved it. */
function saved(file: string, text: string): string {
  const kind = kindOf(file)?.kind;
  if (!kind) throw new Error(`${file} is no file of the paper.`);
  const format = { isWhole: isWholeYaml(kind), form: forms[kind], roundTrip };
  const opened = openFile(text, format);
  const { data, body } = readFrontMatter(opened, format.isWhole);
  const { schema, slugField } = schemaOf(kind);
  const fields = stringify(givenDocument(schema, data, slugField), { version: '1.1' });
  const back = format.isWhole ? fields : `---\n${fields}---\n${roundTrip(body.trim())}\n`;
  return closeFile(back, text, format);
}

describe('a file that is opened and saved', () => {
  it('stays as it was, to the byte, in the whole sample paper', () => {
    const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) => kindOf(file));
    expect(files.length).toBeGreaterThan(60);
    for (const file of files) {
      const text = readFileSync(`content/${file}`, 'utf8');
      expect(saved(file, text), file).toBe(text);
    }
  }, 120_000);

  it('keeps every field of the contract', () => {
    const text = `---
title: 'A: "headline"'
summary: >
  A long
  standfirst.
publishedAt: '2025-10-25T09:30:00.5+09:00'
updatedAt: 2025-10-26T00:30:00Z
authors: [b, a]
category: world
tags: ["2025", no]
kind: news
dateline: yes
image: { src: /images/a.webp, alt: "#1", credit: null }
source: { name: UN, url: "https://www.un.org/" }
lang: fr
translations:
  - { lang: ja, url: /2025/10/25/other }
corrections:
  - date: 2025-10-26T00:30:00Z
    text: |
      One line.
      Another.
status: withdrawn
withdrawnReason: 'Because'
withdrawnAt: 2025-10-27T00:30:00Z
historyFrom: 2025-10-27T00:30:00Z
lead: 0
search:
  title: T
redirectFrom: [/?p=12]
---

Text.
`;
    expect(saved('articles/2025/10/a.mdx', text)).toBe(text);
  });
});
