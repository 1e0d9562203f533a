import { archiveMonths, type MonthCount } from './archive';
import { latestArticles, type ArticleSummary } from './articles';
import { listCategories, type CategoryCount } from './categories';
import { currentEditionName } from './edition/edition-name';
import { editionVersion } from './edition/open-edition';
import { listPages } from './pages';
import { getSite, type Site } from './site';

/** What surrounds every page, whatever it shows. */
export type Frame = {
  /** The name of the edition that the page is made from. */
  edition: string;
  site: Site;
  categories: CategoryCount[];
  months: MonthCount[];
  pages: Awaited<ReturnType<typeof listPages>>;
  /** For pages that have nothing of their own. */
  latest: ArticleSummary[];
};

/** Pages that have nothing of their own lead on to so many stories. */
export const storiesInFrame = 4;

/** In milliseconds; `expireTime` in next.config.js leaves room for it within the minute that readers are promised. */
const maxAge = 5_000;

let current: { readAt: number; version: number; frame: Promise<Frame> } | undefined;

/**
 * The frame, read once for each publication, and for the sake of scheduled stories once in some seconds: it counts over
 * the whole archive, and pages for addresses that somebody made up need nothing else.
 */
export async function getFrame(now: Date): Promise<Frame> {
  const version = await editionVersion();
  if (!current || current.version !== version || now.getTime() - current.readAt > maxAge) {
    const entry = { readAt: now.getTime(), version, frame: readFrame(now) };
    current = entry;
    entry.frame.catch(() => {
      // The caller is told; the next one tries again.
      if (current === entry) current = undefined;
    });
  }
  return current.frame;
}

async function readFrame(now: Date): Promise<Frame> {
  const [edition, site, categories, months, pages, latest] = await Promise.all([
    currentEditionName(),
    getSite(),
    listCategories(now),
    archiveMonths(now),
    listPages(),
    latestArticles({}, storiesInFrame, now),
  ]);
  return { edition, site, categories, months, pages, latest };
}
