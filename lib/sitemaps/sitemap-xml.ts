import { XMLBuilder } from 'fast-xml-parser';
import { xmlText } from '../xml-text';

/** An entry of a sitemap; `changedAt` is left out where it is not known. */
export type SitemapEntry = { url: string; changedAt?: Date };

export type NewsEntry = { url: string; publishedAt: Date; title: string; language: string };

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true, suppressBooleanAttributes: false });

const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const newsNamespace = 'http://www.google.com/schemas/sitemap-news/0.9';

/** A sitemap by the protocol 0.9 of sitemaps.org. */
export function sitemapXml(entries: SitemapEntry[]): string {
  return print({ urlset: { '@_xmlns': sitemapNamespace, url: entries.map(location) } });
}

/** An index of sitemaps. */
export function sitemapIndexXml(entries: SitemapEntry[]): string {
  return print({ sitemapindex: { '@_xmlns': sitemapNamespace, sitemap: entries.map(location) } });
}

/**
 * A news sitemap, as Google describes it.
 *
 * @param paper exactly as readers see its name
 */
export function newsSitemapXml(entries: NewsEntry[], paper: string): string {
  const url = entries.map(({ url: loc, publishedAt, title, language }) => ({
    loc,
    'news:news': {
      'news:publication': { 'news:name': paper, 'news:language': newsLanguage(language) },
      'news:publication_date': publishedAt.toISOString(),
      'news:title': title,
    },
  }));
  return print({ urlset: { '@_xmlns': sitemapNamespace, '@_xmlns:news': newsNamespace, url } });
}

function location({ url, changedAt }: SitemapEntry) {
  return changedAt ? { loc: url, lastmod: changedAt.toISOString() } : { loc: url };
}

/** The language alone, as ISO 639 writes it; Chinese is the one that goes by its script. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

function print(document: object): string {
  return xmlText(`${builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, ...document })}\n`);
}
