import { conditionalAnswer } from '@/lib/conditional-answer';
import { readSettings } from '@/lib/settings';
import { getSite } from '@/lib/site';
import { newsSitemapXml } from '@/lib/sitemaps/sitemap-xml';
import { newsEntries } from '@/lib/sitemaps/sitemaps';

/** The stories of the last two days, for news search. */
export async function GET(request: Request) {
  const { name, locale } = await getSite();
  const entries = await newsEntries(readSettings().siteUrl, locale, new Date());
  return conditionalAnswer(request, 'application/xml', newsSitemapXml(entries, name));
}
