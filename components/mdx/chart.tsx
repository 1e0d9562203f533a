import type { ReactNode } from 'react';
import { messagesOf } from '@/lib/messages/messages-of';
import { fill } from '@/lib/messages/fill';
import { SourceLine } from './source-line';

type Props = {
  locale: string;
  caption?: string;
  unit?: string;
  source?: string;
  sourceUrl?: string;
  children?: ReactNode;
};

/** Bars drawn behind the numbers of a table; see lib/mdx/charts.ts. */
export function Chart({ locale, unit, source, sourceUrl, children }: Props) {
  return (
    <div className="data-table" data-layout="chart">
      {children}
      {unit && <p className="data-table-source">{fill(messagesOf(locale).body.unit, { unit })}</p>}
      <SourceLine locale={locale} source={source} sourceUrl={sourceUrl} />
    </div>
  );
}
