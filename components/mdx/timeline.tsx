import type { ReactNode } from 'react';

export function Timeline({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <div className="timeline" role="group" aria-label={title ?? 'Timeline'}>
      <p className="box-title">{title ?? 'Timeline'}</p>
      {children}
    </div>
  );
}
