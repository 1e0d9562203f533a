import { archiveMonths, type MonthCount } from './archive';
import { latestArticles, type ArticleSummary } from './articles';
import { listCategories, type CategoryCount } from './categories';
import { currentEditionName } from './edition/edition-name';
import { oncePerEdition } from './once-per-edition';
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

/** The frame, counted over the whole archive: pages for addresses that somebody made up need nothing else. */
export const getFrame = oncePerEdition(readFrame);

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
