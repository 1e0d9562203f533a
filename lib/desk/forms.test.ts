import { expect, it } from 'vitest';
import { Article, Author, Category, Page, Site } from '../../contentlayer.config';
import { readForms } from './forms';

const forms = readForms();

it('have every field of the contract, in its order', () => {
  const types = { Article, Author, Category, Page, Site };
  for (const [kind, type] of Object.entries(types)) {
    const form = Object.entries(forms).find(([name]) => name === kind)?.[1] ?? [];
    expect(form.map(({ name }) => name)).toEqual(Object.keys(type.def().fields ?? {}));
  }
});

it('say what a field means, whether it is required, and what may be chosen', () => {
  const [title, , publishedAt] = forms.Article;
  expect(title).toEqual({ name: 'title', kind: 'text', isRequired: true, description: 'The headline' });
  expect(publishedAt).toMatchObject({ name: 'publishedAt', kind: 'moment', isRequired: true });
  const kind = forms.Article.find(({ name }) => name === 'kind');
  expect(kind).toMatchObject({ kind: 'choice', default: 'news' });
  expect(kind).toHaveProperty('options', expect.arrayContaining(['news', 'analysis', 'sponsored']));
});

it('have references chosen from what there is', () => {
  const kindOf = (name: string) => [...forms.Article, ...forms.Site].find((field) => field.name === name);
  expect(kindOf('authors')).toMatchObject({ kind: 'references', to: 'Author' });
  expect(kindOf('category')).toMatchObject({ kind: 'reference', to: 'Category' });
  expect(kindOf('navigation')).toMatchObject({ kind: 'references', to: 'Category' });
});

it('have the fields of groups', () => {
  const image = forms.Article.find(({ name }) => name === 'image');
  expect(image).toMatchObject({ kind: 'group', isRequired: false });
  expect(image).toHaveProperty('fields.1', expect.objectContaining({ name: 'alt', kind: 'text', isRequired: true }));
});
