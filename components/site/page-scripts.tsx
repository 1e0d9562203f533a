import { beforePaint, keepForOffline, offerAsApp, speculationRules, wireButtons } from '@/lib/page-scripts.mjs';

export function HeadScript() {
  return <script dangerouslySetInnerHTML={{ __html: beforePaint }} />;
}

export function PageScripts() {
  return (
    <>
      <script dangerouslySetInnerHTML={{ __html: wireButtons }} />
      <script dangerouslySetInnerHTML={{ __html: offerAsApp }} />
      <script dangerouslySetInnerHTML={{ __html: keepForOffline }} />
      <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculationRules }} />
    </>
  );
}
