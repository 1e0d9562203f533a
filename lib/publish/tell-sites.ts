import type { AffectedPaths } from '../changes/affected-paths';
import { announce } from './announce';
import { seeLive, type Sighting } from './see-live';

/** Addresses that are looked at: the most important ones. The others are made for whoever asks first. */
const mostLookedAt = 60;

/** How long a change may take to be seen, in milliseconds: a cache in front may hold a page for 25 s. */
const patience = 60_000;

/** What came of telling a site. */
export type SiteReport = {
  site: string;
  /** By performance.now(), when the last address was seen. */
  seenAt: number;
  sighting: Sighting;
  /** Why it could not be told, or shows something else. */
  failure?: string;
};

/**
 * Tells sites which addresses show something new, and looks at each until it does.
 *
 * @param sites their addresses, without a slash at the end
 * @param edition the name of what was published
 */
export function tellSites(
  sites: string[],
  edition: string,
  affected: AffectedPaths,
  secret: string,
): Promise<SiteReport[]> {
  return Promise.all(sites.map((site) => tellSite(site, edition, affected, secret)));
}

async function tellSite(
  site: string,
  edition: string,
  { paths, answers, isEverywhere }: AffectedPaths,
  secret: string,
): Promise<SiteReport> {
  const report = (sighting: Sighting, failure?: string) => ({ site, seenAt: performance.now(), sighting, failure });
  const nothing = { seen: [], missing: [] };
  try {
    const shown = await announce(site, { paths, isEverywhere }, secret);
    if (shown !== edition) {
      return report(
        nothing,
        `${site} reads edition ${shown || 'of no name'}, not ${edition}. Give it the EDITION_URL of this command, and run this where that file is.`,
      );
    }
    const looked = (paths.length === 0 && isEverywhere ? ['/'] : paths).slice(0, mostLookedAt);
    const sighting = await seeLive(
      site,
      { paths: looked, answers, edition },
      performance.now() + patience,
      async (missing) => {
        await announce(site, { paths: missing, isEverywhere: false }, secret);
      },
    );
    const [first] = sighting.missing;
    if (!first) return report(sighting);
    return report(
      sighting,
      `${site} does not show it everywhere after ${patience / 1000} s: ${first.path} ${first.reason}.`,
    );
  } catch (error) {
    return report(nothing, error instanceof Error ? error.message : String(error));
  }
}
