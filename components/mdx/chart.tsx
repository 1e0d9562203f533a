import type { ReactNode } from 'react';
import { SourceLine } from './source-line';

type Props = { caption?: string; unit?: string; source?: string; sourceUrl?: string; children?: ReactNode };

/** Bars drawn behind the numbers of a table; see lib/mdx/charts.ts. */
export function Chart({ unit, source, sourceUrl, children }: Props) {
  return (
    <div className="data-table" data-layout="chart">
      {children}
      {unit && <p className="data-table-source">In {unit}.</p>}
      <SourceLine source={source} sourceUrl={sourceUrl} />
    </div>
  );
}
