import type { ReactNode } from 'react';
import { messagesOf } from '@/lib/messages/messages-of';

type Props = { locale: string; title?: string; children?: ReactNode };

export function Timeline({ locale, title = messagesOf(locale).body.timeline, children }: Props) {
  return (
    <div className="timeline" role="group" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </div>
  );
}
