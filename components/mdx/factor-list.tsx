import type { ReactNode } from 'react';

/** Labels and what they stand for: on a wide screen side by side, so that the labels alone can be read down. */
export function FactorList({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <div className="factor-list" role="group" aria-label={title ?? 'Factors'}>
      {title && <p className="box-title">{title}</p>}
      {children}
    </div>
  );
}
