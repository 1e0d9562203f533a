import type { Page } from '@playwright/test';

/** Has a tab note every layout shift that no input asked for, in the pages that it opens from now on. */
export async function noteLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(recordShifts);
}

/** Runs in the page, before anything else: notes every layout shift that no input asked for. */
function recordShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('hadRecentInput' in entry) || entry.hadRecentInput) continue;
      const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : [];
      const moved = sources.map(
        ({ node }: { node?: Node }) => node?.textContent?.trim().slice(0, 40) || node?.nodeName,
      );
      shifts.push(`${'value' in entry && String(entry.value)}: ${moved.join(' | ')}`);
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

/** @returns what moved on the open page, and how far */
export function shiftsOf(page: Page): Promise<unknown> {
  return page.evaluate(() => ('shifts' in window ? window.shifts : 'no shifts were recorded'));
}
