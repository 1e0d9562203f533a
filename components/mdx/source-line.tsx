import { messagesOf } from '@/lib/messages/messages-of';
import { Sentence } from '../site/sentence';

type Props = { locale: string; source?: string; sourceUrl?: string };

/** Where figures come from, below a table or a chart. */
export function SourceLine({ locale, source, sourceUrl }: Props) {
  if (!source && !sourceUrl) return null;
  const name = source ?? sourceUrl;
  const link = sourceUrl ? <a href={sourceUrl}>{name}</a> : name;
  return (
    <p className="data-table-source">
      <Sentence message={messagesOf(locale).body.source} parts={{ source: link }} />
    </p>
  );
}
