import type { ReactNode } from 'react';
import { messagesOf } from '@/lib/messages/messages-of';

type Props = { locale: string; title?: string; children?: ReactNode };

export function KeyPoints({ locale, title = messagesOf(locale).body.keyPoints, children }: Props) {
  return (
    <div className="key-points" role="group" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </div>
  );
}
