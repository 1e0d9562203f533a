import type { Site as SiteDocument } from 'contentlayer/generated';
import { edition } from './edition/open-edition';

/** What content/site.yaml says of the paper. */
export type Site = Omit<SiteDocument, '_id' | '_raw' | 'type'>;

/** @throws Error when nothing was published yet */
export async function getSite(): Promise<Site> {
  const { value } = await edition()
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'site')
    .executeTakeFirstOrThrow();
  const site: Site = JSON.parse(value);
  return site;
}
