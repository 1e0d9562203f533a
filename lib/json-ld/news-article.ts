import type { AdvertiserContentArticle, CorrectionComment, NewsArticle, WithContext } from 'schema-dts';
import { changeOf, type Article, type ArticleKind } from '../articles';
import { crops } from '../cards/crops';
import { isoIn } from '../dates';
import { describePublisher, typeOfAuthor, type Paper } from './publisher';
import { authorPath, cropPath } from '../urls';

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

type Described = Omit<Article, 'source'> & { source: { url: string } | undefined };

/**
 * A story as search engines read it: https://schema.org/NewsArticle, with the properties that Google documents and the
 * page shows. Moments are ISO 8601 in the paper's zone.
 */
export function newsArticle(article: Described, paper: Paper): WithContext<Story> {
  const { site, siteUrl } = paper;
  const moment = (date: Date) => isoIn(site.timeZone, date);
  const { publishedAt, corrections, image, source } = article;
  return {
    '@context': 'https://schema.org',
    '@type': typeOfKind[article.kind],
    headline: article.title,
    description: article.summary,
    url: siteUrl + article.path,
    mainEntityOfPage: siteUrl + article.path,
    inLanguage: article.lang ?? site.locale,
    articleSection: article.category.name,
    datePublished: moment(publishedAt),
    dateModified: moment(changeOf(article)),
    author: article.authors.map(({ slug, name }) => ({
      '@type': typeOfAuthor(slug),
      name,
      url: siteUrl + authorPath(slug),
    })),
    publisher: describePublisher(paper),
    ...(image && { image: Object.keys(crops).map((crop) => siteUrl + cropPath(image.src, crop)) }),
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
