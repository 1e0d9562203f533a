import { conditionalAnswer } from '@/lib/conditional-answer';
import { readSettings } from '@/lib/settings';
import { getSite } from '@/lib/site';
import { sitemapXml } from '@/lib/sitemaps/sitemap-xml';
import { parseSitemapFileName, sitemapEntries } from '@/lib/sitemaps/sitemaps';

type Context = { params: Promise<{ file: string }> };

/** One file of the index: a month of stories, or what is no story. */
export async function GET(request: Request, { params }: Context) {
  const file = parseSitemapFileName((await params).file);
  const { timeZone } = await getSite();
  const entries = file ? await sitemapEntries(file, readSettings().siteUrl, timeZone, new Date()) : [];
  if (entries.length === 0) return new Response('There is no such sitemap.\n', { status: 404 });
  return conditionalAnswer(request, 'application/xml', sitemapXml(entries));
}
