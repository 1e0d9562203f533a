import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { checkFields } from '../content/check-fields';
import { kindOf, type ContentKind } from '../content/content-file';
import { fieldsOf } from '../content/field-definitions';
import { readFrontMatter } from '../content/front-matter';
import { formatProblem } from '../content/problem';
import { componentRules } from '../mdx/components';
import { mistakesIn } from '../mdx/html.fixture';
import { componentExamples, markdownExamples } from './examples';
import { schemaOf } from './field-schema';
import { guideFiles, schemaFile } from './guide-files';
import { snippets } from './snippets';

const kinds: ContentKind[] = ['Article', 'Author', 'Category', 'Page', 'Site'];

function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

describe('what npm run guide writes', () => {
  it.each(Object.entries(guideFiles()))('is in the repository as it would be written now: %s', (file, text) => {
    expect(readText(file), 'Run npm run guide, and commit what it writes.').toBe(text);
  });
});

describe('the examples', () => {
  it('show every component', () => {
    expect(Object.keys(componentExamples).sort()).toEqual(Object.keys(componentRules).sort());
  });

  it.each(Object.entries(componentRules))('show every prop of %s', (name, { required, optional }) => {
    const sources = componentExamples[name]?.sources ?? [];
    const tags = sources.map((source) => new RegExp(`<${name}\\b[^>]*>`).exec(source)?.[0] ?? '');
    const unshown = [...required, ...optional].filter((prop) => !tags.some((tag) => tag.includes(` ${prop}="`)));
    expect(tags.join()).not.toBe('');
    expect(unshown).toEqual([]);
  });

  const sources = Object.values({ ...componentExamples, ...markdownExamples }).flatMap((example) => example.sources);
  it.each(sources)('pass the check: %s', (source) => {
    expect(mistakesIn(source)).toEqual([]);
  });
});

describe('the schemas', () => {
  const validators = new Map(kinds.map((kind) => [kind, new Ajv({ allErrors: true }).compile(schemaOf(kind))]));
  const refusals = (kind: ContentKind, data: unknown): string[] => {
    const validate: ValidateFunction | undefined = validators.get(kind);
    validate?.(data);
    return (validate?.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  };
  const story = {
    title: 'A headline',
    summary: 'What it adds.',
    publishedAt: '2025-10-25T09:30:00+09:00',
    authors: ['korea-desk'],
    category: 'diplomacy',
  };

  it('take every file of the sample paper', () => {
    const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).map((file) =>
      file.replaceAll(path.sep, '/'),
    );
    const known = files.flatMap((file) => {
      const kind = kindOf(file)?.kind;
      return kind ? [{ file, kind }] : [];
    });
    expect(new Set(known.map(({ kind }) => kind))).toEqual(new Set(kinds));
    for (const { file, kind } of known) {
      const { data } = readFrontMatter(readText(`content/${file}`), file.endsWith('.yaml'));
      expect(refusals(kind, data), file).toEqual([]);
    }
  });

  it('take a story with its required fields only', () => {
    expect(refusals('Article', story)).toEqual([]);
  });

  const image = { src: '/images/a.webp', alt: 'A map', credit: 'UN' };
  it.each<[string, object, string]>([
    ['no title', { title: undefined }, ' required'],
    ['an empty title', { title: '' }, '/title minLength'],
    ['a field that does not exist', { Dateline: 'Seoul' }, ' additionalProperties'],
    ['a kind that does not exist', { kind: 'report' }, '/kind enum'],
    ['a moment without an offset', { publishedAt: '2025-10-25T09:30:00' }, '/publishedAt pattern'],
    ['a day alone', { updatedAt: '2025-10-25' }, '/updatedAt pattern'],
    ['no author', { authors: [] }, '/authors minItems'],
    ['an author that is no slug', { authors: ['Korea Desk'] }, '/authors/0 pattern'],
    ['a slug that is too long', { category: 'a'.repeat(121) }, '/category maxLength'],
    ['a tag twice', { tags: ['china', 'china'] }, '/tags uniqueItems'],
    ['tags in one text', { tags: 'china, trade' }, '/tags type'],
    ['a picture of another site', { image: { ...image, src: 'https://example.org/a.png' } }, '/image/src pattern'],
    ['a picture that is no picture', { image: { ...image, src: '/images/a.svg' } }, '/image/src pattern'],
    ['a picture without a credit', { image: { ...image, credit: undefined } }, '/image required'],
    ['an old address that is no path', { redirectFrom: ['old-address'] }, '/redirectFrom/0 pattern'],
    ['a place on the front page in words', { lead: 'first' }, '/lead type'],
    ['a correction without a date', { corrections: [{ text: 'It was 35.' }] }, '/corrections/0 required'],
  ])('refuse %s, as the check does', (_, changes, refusal) => {
    const wrong: Record<string, unknown> = JSON.parse(JSON.stringify({ ...story, ...changes }));
    expect(refusals('Article', wrong)).toEqual([refusal]);
    expect(checkFields(wrong, fieldsOf('Article'))).toHaveLength(1);
  });

  it.each(['/images/2025/A_b-c.1.JPG', '/images/a.jpeg', '/images/a.Png'])(
    'take the picture %s, as the check does',
    (src) => {
      const data = { ...story, image: { ...image, src } };
      expect(refusals('Article', data)).toEqual([]);
      expect(checkFields(data, fieldsOf('Article'))).toEqual([]);
    },
  );
});

describe('the snippets', () => {
  const all = snippets();

  /** What VS Code inserts when every placeholder is left as it is. */
  function inserted({ body }: { body: string[] }): string {
    const moment = { YEAR: '2026', MONTH: '11', DATE: '24', HOUR: '09', MINUTE: '30', TIMEZONE_OFFSET: '+09:00' };
    const withMoment = Object.entries(moment).reduce(
      (text, [name, value]) => text.replaceAll(`$CURRENT_${name}`, value).replaceAll(`\${CURRENT_${name}}`, value),
      body.join('\n'),
    );
    return withMoment.replace(
      /\$\{\d+(?:\|([^,|]*)[^|]*\||:([^}]*))?\}/g,
      (_, first?: string, text?: string) => first ?? text ?? '',
    );
  }

  it('write a story that lacks nothing', () => {
    const { data, mistakes } = readFrontMatter(inserted(all['The fields of a story'] ?? { body: [] }), false);
    expect(mistakes).toEqual([]);
    expect(checkFields(data, fieldsOf('Article'))).toEqual([]);
  });

  it.each(Object.keys(fieldsOf('Article')))('write the field %s in its form', (name) => {
    const data: Record<string, unknown> = parse(inserted(all[`Field ${name}`] ?? { body: [] }));
    const required = Object.keys(fieldsOf('Article')).filter(
      (field) => fieldsOf('Article')[field]?.required && field !== name,
    );
    expect(Object.keys(data)).toEqual([name]);
    expect(checkFields(data, fieldsOf('Article')).map(({ path: [field] }) => field)).toEqual(required);
  });

  it('number each place where the writer types once', () => {
    for (const [name, { body }] of Object.entries(all)) {
      const places = [...body.join('\n').matchAll(/\$\{(\d+)/g)].map(([, place]) => Number(place));
      expect(places, name).toEqual(places.map((_, index) => index + 1));
      expect(body.join('\n'), name).not.toMatch(/\$\{[}:|]/);
    }
  });

  it.each(Object.entries(componentRules))('write %s with all its props', (name, { required, optional }) => {
    const text = inserted(all[`Component ${name}`] ?? { body: [] });
    for (const prop of [...required, ...optional]) expect(text).toContain(` ${prop}="`);
    expect(text.startsWith(`<${name}`)).toBe(true);
  });
});

describe('the settings of VS Code', () => {
  it('give each kind of YAML file its schema', () => {
    const settings: { 'yaml.schemas': Record<string, string> } = JSON.parse(readText('.vscode/settings.json'));
    expect(settings['yaml.schemas']).toEqual({
      [`./${schemaFile('Category')}`]: 'content/categories/*.yaml',
      [`./${schemaFile('Site')}`]: 'content/site.yaml',
    });
  });

  it('find the place of each mistake in what npm run check prints', () => {
    type Tasks = { tasks: { problemMatcher: { pattern: { regexp: string } } }[] };
    const { tasks }: Tasks = JSON.parse(readText('.vscode/tasks.json'));
    const problem = { file: 'content/articles/2026/11/a.mdx', line: 4, column: 11, message: '“x:1:2 y” is no slug.' };
    const matcher = new RegExp(tasks[0]?.problemMatcher.pattern.regexp ?? '');
    const [file, line, column, message] = Object.values(problem).map(String);
    expect(matcher.exec(formatProblem(problem))?.slice(1)).toEqual([file, line, column, undefined, message]);
    expect(matcher.exec(formatProblem(problem, 'warning'))?.slice(1)).toEqual([file, line, column, 'warning', message]);
  });
});

it('README.md tells of every field of a story', () => {
  const readme = readText('README.md');
  expect(Object.keys(fieldsOf('Article')).filter((name) => !readme.includes(`\n| \`${name}\` |`))).toEqual([]);
});
