import { conditionalAnswer } from '@/lib/conditional-answer';
import { readSettings } from '@/lib/settings';
import { sitemapIndexXml } from '@/lib/sitemaps/sitemap-xml';
import { listSitemapFiles } from '@/lib/sitemaps/sitemaps';

/** The index of all sitemaps. */
export async function GET(request: Request) {
  const entries = await listSitemapFiles(readSettings().siteUrl, new Date());
  return conditionalAnswer(request, 'application/xml', sitemapIndexXml(entries));
}
