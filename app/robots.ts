import type { MetadataRoute } from 'next';
import { readSettings } from '@/lib/settings';

/** Read at each request, as SITE_URL may be set after the build. */
export const dynamic = 'force-dynamic';

/** Search results and previews say noindex themselves, which a machine must be let in to read. */
export default function robots(): MetadataRoute.Robots {
  const { siteUrl } = readSettings();
  return {
    rules: { userAgent: '*', allow: '/', disallow: '/api/' },
    sitemap: [`${siteUrl}/sitemap.xml`, `${siteUrl}/news-sitemap.xml`],
  };
}
