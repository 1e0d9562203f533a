import { countArticles, latestArticles, leadArticles, type ArticleSummary } from './articles';
import { listCategories, type CategoryCount } from './categories';
import { pageSize } from './pagination';

/** Pinned or newest stories at the top: one lead and its seconds. */
const topStories = 5;

/** Headlines in the column of the latest. */
const latestHeadlines = 8;

/** Sections on the front page, and stories in each. */
const mostSections = 10;
const sectionStories = 4;

export type FrontPage = {
  lead: ArticleSummary | undefined;
  seconds: ArticleSummary[];
  latest: ArticleSummary[];
  sections: { category: CategoryCount; articles: ArticleSummary[] }[];
  /** Pages of all stories, newest first; the front page stands for the first. */
  pages: number;
};

/**
 * What the front page holds: pinned stories first, then the newest; below, each section's newest. No story stands on it
 * twice.
 */
export async function getFrontPage(now: Date): Promise<FrontPage> {
  const pinned = await leadArticles(topStories, now);
  const newest = await latestArticles({ except: idsOf(pinned) }, topStories - pinned.length + latestHeadlines, now);
  const top = [...pinned, ...newest.slice(0, topStories - pinned.length)];
  const latest = newest.slice(topStories - pinned.length);
  const [lead, ...seconds] = top;
  const shown = idsOf([...top, ...latest]);
  const sections: FrontPage['sections'] = [];
  for (const category of (await listCategories(now)).filter(({ stories }) => stories > 0)) {
    if (sections.length === mostSections) break;
    const articles = await latestArticles({ category: category.slug, except: shown }, sectionStories, now);
    if (articles.length > 0) sections.push({ category, articles });
  }
  return { lead, seconds, latest, sections, pages: Math.ceil((await countArticles({}, now)) / pageSize) };
}

function idsOf(articles: ArticleSummary[]): number[] {
  return articles.map(({ id }) => id);
}
