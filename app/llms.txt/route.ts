import { latestArticles } from '@/lib/articles';
import { listCategories } from '@/lib/categories';
import { conditionalAnswer } from '@/lib/conditional-answer';
import { printLlmsTxt } from '@/lib/llms-txt';
import { listPages } from '@/lib/pages';
import { readSettings } from '@/lib/settings';
import { getSite } from '@/lib/site';

/** In stories. */
const newest = 30;

/** A guide to the paper for language models. */
export async function GET(request: Request) {
  const now = new Date();
  const [site, categories, pages, latest] = await Promise.all([
    getSite(),
    listCategories(now),
    listPages(),
    latestArticles({}, newest, now),
  ]);
  const { siteUrl } = readSettings();
  return conditionalAnswer(request, 'text/plain', printLlmsTxt({ site, categories, pages, latest, siteUrl }));
}
