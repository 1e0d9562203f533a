import type { ReactNode } from 'react';
import { messagesOf } from '@/lib/messages/messages-of';

type Props = { locale: string; title?: string; children?: ReactNode };

export function Note({ locale, title = messagesOf(locale).body.note, children }: Props) {
  return (
    <div className="note" role="note" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </div>
  );
}
