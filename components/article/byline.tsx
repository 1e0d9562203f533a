import { Fragment } from 'react';
import type { Credited } from '@/lib/articles';
import { messagesOf } from '@/lib/messages/messages-of';
import { authorPath } from '@/lib/urls';
import { Sentence } from '../site/sentence';

type Props = { authors: Credited[]; locale: string; isLinked?: boolean };

/** “By one, two and three”, as the paper's language lists them. */
export function Byline({ authors, locale, isLinked = true }: Props) {
  const names = new Intl.ListFormat(locale).formatToParts(authors.map((_, index) => String(index)));
  const list = names.map(({ type, value }, index) => {
    const author = type === 'element' ? authors[Number(value)] : undefined;
    if (!author) return <Fragment key={index}>{value}</Fragment>;
    if (!isLinked) return <Fragment key={index}>{author.name}</Fragment>;
    return (
      <a key={index} href={authorPath(author.slug)} rel="author" className="link font-semibold">
        {author.name}
      </a>
    );
  });
  return <Sentence message={messagesOf(locale).story.by} parts={{ authors: list }} />;
}
