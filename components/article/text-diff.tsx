import type { TextChange } from '@/lib/history/text-change';
import { messagesOf } from '@/lib/messages/messages-of';

type Piece = TextChange['title'][number];

/** The passages of a story that changed, each word marked that went or came; as readable without colour or sight. */
export function TextDiff({ change: { title, summary, body }, locale }: { change: TextChange; locale: string }) {
  const words = messagesOf(locale).history;
  const parts = [
    { name: words.headline, passages: title.length > 0 ? [title] : [], style: 'headline text-xl' },
    { name: words.standfirst, passages: summary.length > 0 ? [summary] : [], style: 'text-lg leading-snug' },
    { name: words.text, passages: body, style: '' },
  ].filter(({ passages }) => passages.length > 0);
  return parts.map(({ name, passages, style }) => (
    <div key={name} className="mt-4 grid gap-x-6 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
      <h3 className="label pt-1 text-soft">{name}</h3>
      <div className="grid gap-4">
        {passages.map((pieces, index) => (
          <p key={index} className={style}>
            {pieces.map((piece, place) => (
              <Marked key={place} piece={piece} locale={locale} isReplacement={pieces[place - 1]?.kind === 'removed'} />
            ))}
          </p>
        ))}
      </div>
    </div>
  ));
}

type MarkedProps = { piece: Piece; locale: string; isReplacement: boolean };

/** Screen readers do not name <ins> and <del>, so words do; they are hidden from sight only. */
function Marked({ piece, locale, isReplacement }: MarkedProps) {
  switch (piece.kind) {
    case 'kept':
      return piece.text;
    case 'gap':
      return <span className="text-soft"> […] </span>;
    case 'removed':
      return (
        <del>
          <Named message={messagesOf(locale).history.removed} words={piece.text} />
        </del>
      );
    case 'added':
      return (
        <ins className={isReplacement ? 'ms-1' : undefined}>
          <Named message={messagesOf(locale).history.added} words={piece.text} />
        </ins>
      );
  }
}

function Named({ message, words }: { message: string; words: string }) {
  const [before = '', after = ''] = message.split('{words}');
  return (
    <>
      <span className="sr-only"> [{before}</span>
      {words}
      <span className="sr-only">{after}] </span>
    </>
  );
}
