import { getArchivePage } from '../archive-page';
import { archiveMonths, getCalendar } from '../archive';
import { countChanges, getHistory } from '../article-history';
import { getArticle, latestArticles, listArticles, type ArticleFilter } from '../articles';
import { getAuthors, listAuthors } from '../authors';
import { getCategory, listCategories } from '../categories';
import { listCorrections } from '../corrections';
import { readFeed } from '../feeds/feed';
import { getFrame } from '../frame';
import { getFrontPage } from '../front-page';
import { pageSize } from '../pagination';
import { redirectFrom } from '../redirects';
import { storiesToRead } from '../related';
import { searchArticles } from '../search/search';
import { getSidebar } from '../sidebar';
import { getSite } from '../site';
import { listSitemapFiles, newsEntries, sitemapEntries } from '../sitemaps/sitemaps';
import { getTranslations } from '../translations';
import { getWithdrawal, listWithdrawals } from '../withdrawals';
import { edition } from '../edition/open-edition';

const siteUrl = 'https://news.example.org';

/**
 * What each sort of page asks the edition for, by the functions that its route calls: for the largest section, author and
 * tag that there are, and the last page of each. By these pages are measured, and their query plans are looked at.
 *
 * @param word some stories hold it
 */
export async function pageQueries(word: string, now: Date): Promise<Map<string, () => Promise<unknown>>> {
  const { locale, timeZone } = await getSite();
  const [newest] = await latestArticles({}, 1, now);
  if (!newest) throw new Error('There are no stories to measure with.');
  const [tag, author, category] = [await largest('tag'), await largest('author'), await largest('category')];
  const day = newest.publishedAt.toISOString().slice(0, 10);
  const month = day.slice(0, 7);
  const list = async (filter: ArticleFilter, isLast: boolean) => {
    const { pages } = isLast ? await listArticles(filter, 1, now) : { pages: 1 };
    return Promise.all([listArticles(filter, pages, now), getSidebar(now)]);
  };
  const search = (query: string, more: { sort?: 'newest'; author?: string } = {}) =>
    Promise.all([searchArticles({ query, ...more }, 1, timeZone, now), listCategories(now), listAuthors(now)]);
  const read = async (path: string) => {
    const article = await getArticle(path, now);
    if (!article) throw new Error(`There is no story at ${path}.`);
    return Promise.all([
      getAuthors(article.authors.map(({ slug }) => slug)),
      storiesToRead(article, now),
      getTranslations(article, locale, now),
      getSidebar(now, article.day.slice(0, 7)),
      countChanges(article.id),
    ]);
  };
  const oldest = (await listArticles({}, Math.ceil((await listArticles({}, 1, now)).total / pageSize), now)).items.at(
    -1,
  );
  // Kept for some seconds, so asked for at another moment each time.
  let later = now.getTime();
  return new Map<string, () => Promise<unknown>>([
    ['what frames every page', () => getFrame(new Date((later += 60_000)))],
    ['front page', () => getFrontPage(now)],
    ['newest article', () => read(newest.path)],
    ['oldest article', () => read(oldest?.path ?? newest.path)],
    ['history of an article', () => getHistory(newest.id)],
    ['all stories, first page', () => list({}, false)],
    ['all stories, last page', () => list({}, true)],
    ['largest section', () => Promise.all([getCategory(category), list({ category }, false)])],
    ['largest section, last page', () => list({ category }, true)],
    ['busiest author', () => Promise.all([getAuthors([author]), list({ author }, false)])],
    ['busiest author, last page', () => list({ author }, true)],
    ['largest tag', () => list({ tag }, false)],
    ['largest tag, last page', () => list({ tag }, true)],
    [
      'year',
      async () => Promise.all((await monthsOf(month.slice(0, 4), now)).map((one) => getCalendar(one, locale, now))),
    ],
    ['month', () => getArchivePage(month, now)],
    ['day', () => getArchivePage(day, now)],
    ['corrections', () => listCorrections(1, now)],
    ['withdrawals', () => listWithdrawals(1, now)],
    ['nothing here', () => Promise.all([getWithdrawal('/2001/01/01/none', now), redirectFrom('/none', now)])],
    ['search', () => search(word)],
    ['search, newest first', () => search(word, { sort: 'newest' })],
    ['search of one author', () => search(word, { author })],
    ['search, mistyped', () => search(`${word}q`)],
    ['feed', () => readFeed({}, siteUrl, now)],
    ['index of sitemaps', () => listSitemapFiles(siteUrl, now)],
    ['sitemap of a month', () => sitemapEntries({ month, part: 1 }, siteUrl, timeZone, now)],
    ['news sitemap', () => newsEntries(siteUrl, locale, now)],
  ]);
}

async function monthsOf(year: string, now: Date): Promise<string[]> {
  return (await archiveMonths(now)).map(({ month }) => month).filter((month) => month.startsWith(year));
}

async function largest(list: 'tag' | 'author' | 'category'): Promise<string> {
  const { name } = await edition()
    .selectFrom('counts')
    .select('name')
    .where('list', '=', list)
    .orderBy('stories', 'desc')
    .executeTakeFirstOrThrow();
  return name;
}
