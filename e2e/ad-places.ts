import type { Locator, Page } from '@playwright/test';

/** The places for ads that readers see in a page or in a part of it, by the name that each of them has. */
export function adPlaces(scope: Page | Locator): Locator {
  return scope.getByLabel(/^advertisement/i).filter({ visible: true });
}
