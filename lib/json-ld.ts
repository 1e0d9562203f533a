import type { AdvertiserContentArticle, CorrectionComment, NewsArticle, WithContext } from 'schema-dts';
import type { Article, ArticleKind } from './articles';
import { isoIn } from './dates';
import type { Site } from './site';
import { authorPath, pagePath } from './urls';

type Story = NewsArticle | AdvertiserContentArticle;

/**
 * What schema.org calls each kind. Its “reportage” claims more than an editor says by leaving the kind out, so news is
 * plain news; what an advertiser paid for is no news article at all.
 */
const typeOfKind = {
  news: 'NewsArticle',
  interview: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  explainer: 'BackgroundNewsArticle',
  opinion: 'OpinionNewsArticle',
  sponsored: 'AdvertiserContentArticle',
} as const satisfies Record<ArticleKind, Story['@type']>;

/** The pages about the paper that a reader, and a search engine, judge it by. */
const policyPages = {
  correctionsPolicy: 'corrections-policy',
  ethicsPolicy: 'ethics',
  ownershipFundingInfo: 'ownership-and-funding',
} as const;

type Described = Omit<Article, 'source'> & { source: { url: string } | undefined };

type Paper = {
  site: Pick<Site, 'locale' | 'timeZone'> & { publisher: { name: string } };
  siteUrl: string;
  /** Slugs of the pages about the paper. */
  pages: string[];
};

/**
 * A story as search engines read it: https://schema.org/NewsArticle, with the properties that Google documents and the
 * page shows. Moments are ISO 8601 in the paper's zone.
 */
export function newsArticle(article: Described, { site, siteUrl, pages }: Paper): WithContext<Story> {
  const moment = (date: Date) => isoIn(site.timeZone, date);
  const { publishedAt, updatedAt, corrections, image, source } = article;
  const modified = Math.max(
    ...[publishedAt, updatedAt ?? publishedAt, ...corrections.map(({ date }) => date)].map(Number),
  );
  const policies = Object.entries(policyPages)
    .filter(([, slug]) => pages.includes(slug))
    .map(([property, slug]) => [property, siteUrl + pagePath(slug)]);
  return {
    '@context': 'https://schema.org',
    '@type': typeOfKind[article.kind],
    headline: article.title,
    description: article.summary,
    url: siteUrl + article.path,
    mainEntityOfPage: siteUrl + article.path,
    inLanguage: site.locale,
    articleSection: article.category.name,
    datePublished: moment(publishedAt),
    dateModified: moment(new Date(modified)),
    author: article.authors.map(({ slug, name }) => ({
      // A desk signs as a whole; its slug says that it is one.
      '@type': slug.endsWith('-desk') ? ('Organization' as const) : ('Person' as const),
      name,
      url: siteUrl + authorPath(slug),
    })),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: site.publisher.name,
      url: siteUrl,
      ...Object.fromEntries(policies),
    },
    ...(image && { image: [siteUrl + image.src] }),
    ...(source && { isBasedOn: source.url }),
    ...(corrections.length > 0 && {
      correction: corrections.map(({ date, text }): CorrectionComment => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: moment(date),
      })),
    }),
  };
}

/** As a script may hold it: nothing in a text can end the script, or be read as a line's end. */
export function scriptOf(data: WithContext<Story>): string {
  const escapes: Record<string, string> = {
    '<': '\\u003c',
    '>': '\\u003e',
    '&': '\\u0026',
    '\u2028': '\\u2028',
    '\u2029': '\\u2029',
  };
  return JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? '');
}
