import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { newsSitemapXml, sitemapXml } from './sitemap-xml';
import { parseSitemapFileName, sitemapFileName } from './sitemaps';

const story = {
  url: 'https://news.example.org/2025/10/25/a',
  publishedAt: new Date('2025-10-25T00:30:00Z'),
  title: 'Rice & “chips” <up>',
};

describe('a sitemap', () => {
  it('says each address, and when it changed where that is known', () => {
    const xml = sitemapXml([
      { url: 'https://news.example.org/' },
      { url: story.url, changedAt: new Date('2025-10-26T01:00:00Z') },
    ]);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toContain('<url><loc>https://news.example.org/</loc></url>');
    expect(xml).toContain(`<loc>${story.url}</loc><lastmod>2025-10-26T01:00:00.000Z</lastmod>`);
  });

  it('of news keeps a headline whole, whatever its characters', () => {
    const xml = newsSitemapXml([{ ...story, language: 'en-GB' }], 'Here & There');
    const read: unknown = new XMLParser({ ignoreAttributes: true }).parse(xml);
    expect(read).toMatchObject({
      urlset: {
        url: {
          'news:news': {
            'news:publication': { 'news:name': 'Here & There', 'news:language': 'en' },
            'news:title': story.title,
          },
        },
      },
    });
  });

  it.each([
    ['zh-TW', 'zh-tw'],
    ['zh', 'zh-cn'],
    ['zh-Hant', 'zh-tw'],
    ['pt-BR', 'pt'],
  ])('of news names the language %s as Google does: %s', (language, named) => {
    expect(newsSitemapXml([{ ...story, language }], 'The Paper')).toContain(`<news:language>${named}<`);
  });
});

describe('the name of a sitemap', () => {
  it.each(['pages.xml', 'pages-2.xml', '2025-10.xml', '2025-10-2.xml', '2025-10-31.xml'])(
    'means one file: %s',
    (name) => {
      const file = parseSitemapFileName(name);
      expect(file && sitemapFileName(file)).toBe(name);
    },
  );

  it.each([
    '',
    '2025-13.xml',
    '2025-10-0.xml',
    '2025-10-1.xml',
    '2025-10-02.xml',
    'pages',
    '../pages.xml',
    '2025-10.xml.gz',
  ])('is none: %s', (name) => {
    expect(parseSitemapFileName(name)).toBeUndefined();
  });
});
