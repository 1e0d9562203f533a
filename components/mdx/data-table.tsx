import type { ReactNode } from 'react';
import { messagesOf } from '@/lib/messages/messages-of';
import { SourceLine } from './source-line';

type Props = {
  locale: string;
  /** Also the table's own <caption>, which lib/mdx/data-tables.ts put there. */
  caption?: string;
  source?: string;
  sourceUrl?: string;
  /** How the table meets a narrow screen; see lib/mdx/data-tables.ts. */
  layout?: 'stack' | 'scroll';
  children?: ReactNode;
};

/** A table with its source, in a box that scrolls by keyboard where the table is wider than the page. */
export function DataTable({ locale, caption, source, sourceUrl, layout = 'scroll', children }: Props) {
  return (
    <div className="data-table" data-layout={layout}>
      <div
        className="data-table-scroll"
        role="group"
        aria-label={caption ?? messagesOf(locale).body.table}
        tabIndex={0}
      >
        {children}
      </div>
      <SourceLine locale={locale} source={source} sourceUrl={sourceUrl} />
    </div>
  );
}
