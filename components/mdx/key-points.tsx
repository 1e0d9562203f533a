import type { ReactNode } from 'react';

export function KeyPoints({ title = 'Key points', children }: { title?: string; children?: ReactNode }) {
  return (
    <div className="key-points" role="group" aria-label={title}>
      <p className="box-title">{title}</p>
      {children}
    </div>
  );
}
