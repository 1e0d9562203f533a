import type { ReactNode } from 'react';

export function Note({ title = 'Note', children }: { title?: string; children?: ReactNode }) {
  return (
    <aside className="note" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </aside>
  );
}
