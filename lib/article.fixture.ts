import type { Article } from './articles';
import { origin } from './edition/edition.fixture';
import type { Site } from './site';

/** A story as a page reads it. */
export function makeArticle(fields: Partial<Article> = {}): Article {
  return {
    id: 1,
    path: '/2025/10/25/a-story',
    title: 'A headline',
    summary: 'What it adds.',
    kind: 'news',
    category: { slug: 'world', name: 'World' },
    authors: [{ slug: 'caleb-wilson', name: 'Caleb Wilson' }],
    publishedAt: new Date('2025-10-25T00:30:00Z'),
    updatedAt: undefined,
    dateline: undefined,
    lang: undefined,
    image: undefined,
    readingMinutes: 1,
    day: '2025-10-25',
    status: 'published',
    tree: { type: 'root', children: [] },
    headings: [],
    tags: [],
    search: {},
    source: undefined,
    corrections: [],
    links: [],
    pictures: new Map(),
    ...fields,
  };
}

/** What content/site.yaml says of the paper. */
export function makeSite(fields: Partial<Site> = {}): Site {
  return {
    name: 'The Paper',
    description: 'News.',
    locale: 'en-GB',
    timeZone: 'Asia/Seoul',
    publisher: { ...origin('site.yaml'), type: 'Publisher', name: 'The Publisher', contactEmail: 'desk@example.org' },
    navigation: [],
    tagNames: [],
    ads: true,
    ...fields,
  };
}
