import type { ArticleSummary } from '@/lib/articles';
import type { Site } from '@/lib/site';
import { StoryCard } from './story-card';

type Props = { articles: ArticleSummary[]; site: Site; hasCategory?: boolean; heading?: 'h2' | 'h3' };

/** Stories below each other, a rule between them: the body of every list page. */
export function StoryList({ articles, site, hasCategory = true, heading = 'h2' }: Props) {
  return (
    <ul className="divide-y divide-rule border-t border-rule">
      {articles.map((article) => (
        <li key={article.id} className="py-5">
          <StoryCard article={article} site={site} hasCategory={hasCategory} heading={heading} />
        </li>
      ))}
    </ul>
  );
}
