import type { ArticleSummary } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import type { Site } from '@/lib/site';
import { StoryCard } from './story-card';

export function RelatedStories({ articles, site }: { articles: ArticleSummary[]; site: Site }) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="related" className="later no-print mt-14">
      <div className="scale" />
      <h2 id="related" className="headline pt-4 pb-5 text-xl">
        {messagesOf(site.locale).story.related}
      </h2>
      <ul className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
        {articles.map((article) => (
          <li key={article.id}>
            <StoryCard article={article} site={site} layout="second" hasSummary={false} />
          </li>
        ))}
      </ul>
    </section>
  );
}
