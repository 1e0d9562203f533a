import type { ArticleSummary } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import { categoryPath } from '@/lib/urls';

type Props = { article: Pick<ArticleSummary, 'kind' | 'category'>; locale: string; hasCategory?: boolean };

/** What sort of story it is, and of which section; news of the section at hand needs no word. */
export function Kicker({ article: { kind, category }, locale, hasCategory = true }: Props) {
  const kindName = kind === 'news' ? undefined : messagesOf(locale).story.kinds[kind];
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
