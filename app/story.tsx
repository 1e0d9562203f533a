import { ArticlePage } from '@/components/article/article-page';
import { countChanges } from '@/lib/article-history';
import type { Article } from '@/lib/articles';
import { getAuthors } from '@/lib/authors';
import { storiesToRead } from '@/lib/related';
import { readSettings } from '@/lib/settings';
import { getSidebar } from '@/lib/sidebar';
import { getSite } from '@/lib/site';

/** A story with all that stands around it, as its own page and a preview show it. */
export async function Story({ article, now }: { article: Article; now: Date }) {
  const [site, authors, related, sidebar, changes] = await Promise.all([
    getSite(),
    getAuthors(article.authors.map(({ slug }) => slug)),
    storiesToRead(article, now),
    getSidebar(now, article.day.slice(0, 7)),
    countChanges(article.id),
  ]);
  return (
    <ArticlePage
      article={article}
      authors={authors}
      related={related}
      sidebar={sidebar}
      changes={changes}
      site={site}
      siteUrl={readSettings().siteUrl}
      now={now}
    />
  );
}
