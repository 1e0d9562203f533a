import type { BreadcrumbList, WithContext } from 'schema-dts';
import type { TrailStep } from '../trail';

/**
 * The way down to a page, as it stands above it: https://schema.org/BreadcrumbList.
 *
 * @param title the page itself, which needs no address
 */
export function breadcrumbList(trail: TrailStep[], title: string, siteUrl: string): WithContext<BreadcrumbList> {
  const steps = trail.map(({ name, path }) => ({ name, item: siteUrl + path }));
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [...steps, { name: title }].map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  };
}
