import type { ReactNode } from 'react';
import { messagesOf } from '@/lib/messages/messages-of';

type Props = { locale: string; title?: string; children?: ReactNode };

/** Labels and what they stand for: on a wide screen side by side, so that the labels alone can be read down. */
export function FactorList({ locale, title, children }: Props) {
  return (
    <div className="factor-list" role="group" aria-label={title ?? messagesOf(locale).body.factors}>
      {title && <p className="box-title">{title}</p>}
      {children}
    </div>
  );
}
