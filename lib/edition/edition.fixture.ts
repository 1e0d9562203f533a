import type { Article } from 'contentlayer/generated';
import { compileBody } from '../mdx/compile-body';
import { openEdition } from './open-edition';
import { EditionWriter } from './write-edition';

/** A story's fields, and its body as Markdown. */
export type MadeArticle = Partial<Omit<Article, 'body' | 'corrections' | 'translations'>> & {
  slug: string;
  body?: string;
  corrections?: { date: string; text: string }[];
  translations?: { lang: string; url: string }[];
};

/**
 * Writes an edition of these stories without a newsroom, in the zone Asia/Seoul, with the authors Caleb, Mina and Yuna
 * and the categories World and Trade.
 *
 * @param file absolute path of the SQLite file
 */
export async function writeEdition(file: string, articles: MadeArticle[]): Promise<void> {
  const edition = openEdition(file);
  const writer = new EditionWriter(edition, 'Asia/Seoul');
  await writer.reset('test');
  const bodies = new Map(articles.map(({ slug, body = 'Text.' }) => [fileOf(slug), compileBody(body)]));
  for (const slug of ['caleb', 'mina', 'yuna']) bodies.set(`authors/${slug}.mdx`, compileBody(''));
  await writer.writeDocuments(
    {
      articles: articles.map(makeArticle),
      authors: ['caleb', 'mina', 'yuna'].map((slug) => ({
        ...origin(`authors/${slug}.mdx`),
        type: 'Author' as const,
        name: capital(slug),
        links: [],
        body: { raw: '', html: '' },
      })),
      categories: ['world', 'trade'].map((slug, order) => ({
        ...origin(`categories/${slug}.yaml`),
        type: 'Category' as const,
        name: capital(slug),
        order,
      })),
      pages: [],
      sites: [],
    },
    bodies,
  );
  await writer.settle();
  await edition.destroy();
}

function makeArticle({ slug, body: _, corrections = [], translations = [], ...fields }: MadeArticle): Article {
  return {
    ...origin(fileOf(slug)),
    type: 'Article',
    title: capital(slug),
    summary: 'What it adds.',
    publishedAt: '2025-10-25T09:30:00+09:00',
    authors: ['caleb'],
    category: 'world',
    tags: [],
    translations: translations.map((translation) => ({
      ...origin(fileOf(slug)),
      type: 'Translation',
      ...translation,
    })),
    kind: 'news',
    corrections: corrections.map((correction) => ({ ...origin(fileOf(slug)), type: 'Correction', ...correction })),
    redirectFrom: [],
    body: { raw: '', html: '' },
    ...fields,
  };
}

function fileOf(slug: string): string {
  return `articles/${slug}.mdx`;
}

/** What Contentlayer says of where a document came from. */
export function origin(file: string): Pick<Article, '_id' | '_raw'> {
  const flattenedPath = file.replace(/\.\w+$/, '');
  return {
    _id: file,
    _raw: { sourceFilePath: file, sourceFileName: file, sourceFileDir: '.', contentType: 'markdown', flattenedPath },
  };
}

function capital(slug: string): string {
  return slug.charAt(0).toUpperCase() + slug.slice(1);
}
