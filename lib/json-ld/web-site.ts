import type { SearchAction, WebSite, WithContext } from 'schema-dts';
import { describePublisher, type Paper } from './publisher';

/** As Google documents it; schema-dts knows no inputs of actions. */
type Search = Exclude<SearchAction, string> & { 'query-input': string };

/** The paper as a whole, with its search: https://schema.org/WebSite. For the front page. */
export function webSite(paper: Paper): WithContext<WebSite> {
  const { site, siteUrl } = paper;
  const potentialAction: Search = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search?q={words}` },
    'query-input': 'required name=words',
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.name,
    url: `${siteUrl}/`,
    inLanguage: site.locale,
    publisher: describePublisher(paper),
    potentialAction,
  };
}
