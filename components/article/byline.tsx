import type { Credited } from '@/lib/articles';
import { authorPath } from '@/lib/urls';

type Props = { authors: Credited[]; isLinked?: boolean };

/** “By one, two and three”. */
export function Byline({ authors, isLinked = true }: Props) {
  return (
    <>
      By{' '}
      {authors.map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 && (index === authors.length - 1 ? ' and ' : ', ')}
          {isLinked ? (
            <a href={authorPath(slug)} rel="author" className="link font-semibold">
              {name}
            </a>
          ) : (
            name
          )}
        </span>
      ))}
    </>
  );
}
