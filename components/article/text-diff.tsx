import type { TextChange } from '@/lib/history/text-change';

type Piece = TextChange['title'][number];

/** The passages of a story that changed, each word marked that went or came; as readable without colour or sight. */
export function TextDiff({ change: { title, summary, body } }: { change: TextChange }) {
  const parts = [
    { name: 'Headline', passages: title.length > 0 ? [title] : [], style: 'headline text-xl' },
    { name: 'Standfirst', passages: summary.length > 0 ? [summary] : [], style: 'text-lg leading-snug' },
    { name: 'Text', passages: body, style: '' },
  ].filter(({ passages }) => passages.length > 0);
  return parts.map(({ name, passages, style }) => (
    <div key={name} className="mt-4 grid gap-x-6 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
      <h3 className="label pt-1 text-soft">{name}</h3>
      <div className="grid gap-4">
        {passages.map((pieces, index) => (
          <p key={index} className={style}>
            {pieces.map((piece, place) => (
              <Marked key={place} piece={piece} isReplacement={pieces[place - 1]?.kind === 'removed'} />
            ))}
          </p>
        ))}
      </div>
    </div>
  ));
}

/** Screen readers do not name <ins> and <del>, so words do; they are hidden from sight only. */
function Marked({ piece, isReplacement }: { piece: Piece; isReplacement: boolean }) {
  switch (piece.kind) {
    case 'kept':
      return piece.text;
    case 'gap':
      return <span className="text-soft"> […] </span>;
    case 'removed':
      return (
        <del>
          <span className="sr-only"> [removed: </span>
          {piece.text}
          <span className="sr-only">] </span>
        </del>
      );
    case 'added':
      return (
        <ins className={isReplacement ? 'ms-1' : undefined}>
          <span className="sr-only"> [added: </span>
          {piece.text}
          <span className="sr-only">] </span>
        </ins>
      );
  }
}
