import type { ReactNode } from 'react';

export function Note({ title = 'Note', children }: { title?: string; children?: ReactNode }) {
  return (
    <div className="note" role="note" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </div>
  );
}
