import { describe, expect, it } from 'vitest';
import { makeArticle } from '../article.fixture';
import { newsArticle } from './news-article';
import { scriptOf } from './script-of';

const paper = {
  site: {
    locale: 'en-GB',
    timeZone: 'Asia/Seoul',
    name: 'The Paper',
    publisher: { name: 'The Publisher', contactEmail: 'desk@example.org' },
  },
  siteUrl: 'https://news.example.org',
  pages: ['corrections-policy'],
};

describe('a story as structured data', () => {
  it('says what the page says, with moments in the zone of the paper', () => {
    expect(newsArticle(makeArticle(), paper)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'A headline',
      description: 'What it adds.',
      url: 'https://news.example.org/2025/10/25/a-story',
      mainEntityOfPage: 'https://news.example.org/2025/10/25/a-story',
      inLanguage: 'en-GB',
      articleSection: 'World',
      datePublished: '2025-10-25T09:30:00+09:00',
      dateModified: '2025-10-25T09:30:00+09:00',
      author: [{ '@type': 'Person', name: 'Caleb Wilson', url: 'https://news.example.org/author/caleb-wilson' }],
      publisher: {
        '@type': 'NewsMediaOrganization',
        name: 'The Publisher',
        url: 'https://news.example.org',
        email: 'desk@example.org',
        correctionsPolicy: 'https://news.example.org/about/corrections-policy',
      },
    });
  });

  it('names each correction, and was modified when the latest was made', () => {
    const corrections = [
      { date: new Date('2025-10-26T01:00:00Z'), text: 'The lamp is on the east pier.' },
      { date: new Date('2025-10-28T01:00:00Z'), text: 'It has two lamps.' },
    ];
    const updatedAt = new Date('2025-10-27T01:00:00Z');
    expect(newsArticle(makeArticle({ corrections, updatedAt }), paper)).toMatchObject({
      dateModified: '2025-10-28T10:00:00+09:00',
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'The lamp is on the east pier.',
          datePublished: '2025-10-26T10:00:00+09:00',
        },
        { '@type': 'CorrectionComment', text: 'It has two lamps.', datePublished: '2025-10-28T10:00:00+09:00' },
      ],
    });
  });

  it.each([
    ['news', 'NewsArticle'],
    ['interview', 'NewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['explainer', 'BackgroundNewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['sponsored', 'AdvertiserContentArticle'],
  ] as const)('says what kind it is: %s', (kind, type) => {
    expect(newsArticle(makeArticle({ kind }), paper)['@type']).toBe(type);
  });

  it('says what language a story is in that is not in the paper’s', () => {
    expect(newsArticle(makeArticle({ lang: 'fr' }), paper)).toMatchObject({ inLanguage: 'fr' });
  });

  it('tells a desk from a person', () => {
    const authors = [{ slug: 'korea-desk', name: 'Korea Desk' }];
    expect(newsArticle(makeArticle({ authors }), paper)).toMatchObject({ author: [{ '@type': 'Organization' }] });
  });

  it('names the lead picture and the primary source, where there are such', () => {
    const image = { src: '/images/1a2b/wide.webp', width: 1200, height: 675, alt: 'A ferry', credit: 'Us' };
    const source = { url: 'https://ministry.example/paper' };
    expect(newsArticle(makeArticle({ image: { ...image, caption: undefined } }), paper)).toMatchObject({
      image: ['16x9', '4x3', '1x1'].map((crop) => `https://news.example.org/crops/${crop}/1a2b/wide.webp`),
    });
    expect(newsArticle({ ...makeArticle(), source }, paper)).toMatchObject({
      isBasedOn: 'https://ministry.example/paper',
    });
  });
});

describe('the script', () => {
  it('is ended by no text', () => {
    const title = '</script><script>alert(1)</script> & <!-- \u2028';
    const json = scriptOf(newsArticle(makeArticle({ title }), paper));
    expect(json).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(json)).toMatchObject({ headline: title });
  });
});
