import { changeOf, getArticle } from '@/lib/articles';
import { conditionalAnswer } from '@/lib/conditional-answer';
import { redirectFrom } from '@/lib/redirects';
import { readSettings } from '@/lib/settings';
import { getSite } from '@/lib/site';
import { storyMarkdown } from '@/lib/story-markdown';
import { articlePath, isSlug, markdownPath } from '@/lib/urls';
import { getWithdrawal } from '@/lib/withdrawals';

type Context = { params: Promise<{ year: string; month: string; day: string; slug: string }> };

/** A story as plain Markdown: /2025/10/25/a-story.md, which next.config.js leads here. */
export async function GET(request: Request, { params }: Context) {
  const { year, month, day, slug } = await params;
  const path = articlePath(`${year}-${month}-${day}`, slug);
  const now = new Date();
  const { siteUrl } = readSettings();
  const article = isSlug(slug) ? await getArticle(path, now) : undefined;
  if (article) {
    return conditionalAnswer(request, 'text/markdown', storyMarkdown(article, await getSite(), siteUrl), {
      changedAt: changeOf(article),
      headers: { link: `<${siteUrl}${path}>; rel="canonical"`, 'x-robots-tag': 'noindex' },
    });
  }
  const target = await redirectFrom(path, now);
  if (target) return new Response(null, { status: 308, headers: { location: markdownPath(target) } });
  const withdrawal = await getWithdrawal(path, now);
  if (withdrawal) return new Response(`This story was withdrawn: ${siteUrl}${path}\n`, { status: 410 });
  return new Response('There is no such story.\n', { status: 404 });
}
