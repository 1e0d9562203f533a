import type { Article, Author, Category, Page, Site } from 'contentlayer/generated';
import type { ContentKind } from '../content/content-file';
import type { Body } from '../mdx/body';

/** A document on its way through Contentlayer: fields as data, so that what was checked is what is compiled. */
export type StagedDocument = { path: string; kind: ContentKind; data: Record<string, unknown>; body: string };

/** What Contentlayer made of documents. */
export type Documents = {
  articles: Article[];
  authors: Author[];
  categories: Category[];
  pages: Page[];
  sites: Site[];
};

/** The body that compileBodyPlugin left in a document. */
export function bodyOf(document: { body: { html: string } }): Body {
  const body: Body = JSON.parse(document.body.html);
  return body;
}
