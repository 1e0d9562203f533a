import type { NewsMediaOrganization } from 'schema-dts';
import type { Site } from '../site';
import { pagePath } from '../urls';

/** What is said of the paper wherever it is named. */
export type Paper = {
  site: Pick<Site, 'locale' | 'timeZone' | 'name'> & { publisher: { name: string; contactEmail: string } };
  /** Without a slash at its end. */
  siteUrl: string;
  /** Slugs of the pages about the paper. */
  pages: string[];
};

/** Who publishes the paper: https://schema.org/NewsMediaOrganization, with the policies that it has pages of. */
export function describePublisher({ site, siteUrl, pages }: Paper) {
  const policy = (slug: string) => (pages.includes(slug) ? siteUrl + pagePath(slug) : undefined);
  return {
    '@type': 'NewsMediaOrganization',
    name: site.publisher.name,
    url: siteUrl,
    email: site.publisher.contactEmail,
    publishingPrinciples: policy('principles'),
    correctionsPolicy: policy('corrections-policy'),
    ethicsPolicy: policy('ethics'),
    ownershipFundingInfo: policy('ownership-and-funding'),
  } satisfies NewsMediaOrganization;
}

/** A desk signs as a whole; its slug says that it is one. */
export function typeOfAuthor(slug: string): 'Organization' | 'Person' {
  return slug.endsWith('-desk') ? 'Organization' : 'Person';
}
