import type { NewsMediaOrganization, WithContext } from 'schema-dts';
import { describePublisher, type Paper } from './publisher';

/** Who publishes the paper, for the page about it. */
export function newsMediaOrganization(paper: Paper): WithContext<NewsMediaOrganization> {
  return { '@context': 'https://schema.org', ...describePublisher(paper) };
}
