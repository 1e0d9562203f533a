import { messagesOf } from '@/lib/messages/messages-of';
import { historyPath } from '@/lib/urls';

type Props = { path: string; changes: number; locale: string };

/** Leads to how a story changed, where it did: “Changed twice since publication”. */
export function HistoryLink({ path, changes, locale }: Props) {
  if (changes === 0) return null;
  return (
    <p>
      <a href={historyPath(path)} className="link">
        {messagesOf(locale).story.changed(changes)}
      </a>
    </p>
  );
}
