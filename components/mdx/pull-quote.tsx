import type { ReactNode } from 'react';

export function PullQuote({ cite, children }: { cite?: string; children?: ReactNode }) {
  return (
    <figure className="pull-quote">
      <blockquote>{children}</blockquote>
      {cite && <figcaption>— {cite}</figcaption>}
    </figure>
  );
}
