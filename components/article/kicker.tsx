import type { ArticleKind, ArticleSummary } from '@/lib/articles';
import { categoryPath } from '@/lib/urls';

const kindNames: Record<Exclude<ArticleKind, 'news'>, string> = {
  analysis: 'Analysis',
  explainer: 'Explainer',
  opinion: 'Opinion',
  interview: 'Interview',
  sponsored: 'Sponsored',
};

type Props = { article: Pick<ArticleSummary, 'kind' | 'category'>; hasCategory?: boolean };

/** What sort of story it is, and of which section; news of the section at hand needs no word. */
export function Kicker({ article: { kind, category }, hasCategory = true }: Props) {
  const kindName = kind === 'news' ? undefined : kindNames[kind];
  if (!kindName && !hasCategory) return null;
  return (
    <p className="kicker">
      {hasCategory && (
        <a href={categoryPath(category.slug)} className="quiet-link">
          {category.name}
        </a>
      )}
      {hasCategory && kindName && <span aria-hidden="true"> · </span>}
      {kindName && <span className="font-normal text-soft">{kindName}</span>}
    </p>
  );
}
