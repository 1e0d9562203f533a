import type { Thing, WithContext } from 'schema-dts';
import { JsonLd } from '@/components/site/json-ld';
import { scriptOf } from '@/lib/json-ld/script-of';
import type { Paper } from '@/lib/json-ld/publisher';
import { listPages } from '@/lib/pages';
import { readSettings } from '@/lib/settings';
import { getSite, type Site } from '@/lib/site';

/** What a page says to search engines, as `describe` makes it of what is said of the paper everywhere. */
export async function StructuredData({
  describe,
}: {
  describe: (paper: Paper & { site: Site }) => WithContext<Thing>[];
}) {
  const [site, pages] = await Promise.all([getSite(), listPages()]);
  const paper = { site, siteUrl: readSettings().siteUrl, pages: pages.map(({ slug }) => slug) };
  return describe(paper).map((data, index) => <JsonLd key={index} json={scriptOf(data)} />);
}
