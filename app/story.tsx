import { ArticlePage } from '@/components/article/article-page';
import { countChanges } from '@/lib/article-history';
import type { Article } from '@/lib/articles';
import { getAuthors } from '@/lib/authors';
import { storiesToRead } from '@/lib/related';
import { readSettings } from '@/lib/settings';
import { getSidebar } from '@/lib/sidebar';
import { getSite } from '@/lib/site';
import { getTranslations } from '@/lib/translations';

/** A story with all that stands around it, as its own page and a preview show it. */
export async function Story({ article, now }: { article: Article; now: Date }) {
  const site = await getSite();
  const [authors, related, translations, sidebar, changes] = await Promise.all([
    getAuthors(article.authors.map(({ slug }) => slug)),
    storiesToRead(article, now),
    getTranslations(article, site.locale, now),
    getSidebar(now, article.day.slice(0, 7)),
    countChanges(article.id),
  ]);
  return (
    <ArticlePage
      article={article}
      authors={authors}
      related={related}
      translations={translations}
      sidebar={sidebar}
      changes={changes}
      site={site}
      siteUrl={readSettings().siteUrl}
      now={now}
    />
  );
}
