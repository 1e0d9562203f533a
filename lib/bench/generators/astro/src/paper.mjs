import { getCollection } from 'astro:content';

export const paperName = 'The Measured Paper';

/** Stories on one page of a list. */
const pageSize = 20;

let reading;

/** The paper, read once a build: getCollection makes a new list of all stories each time. */
export function getPaper() {
  return (reading ??= readPaper());
}

async function readPaper() {
  const stories = (await getCollection('stories')).sort((a, b) => b.data.date - a.data.date);
  const authors = await getCollection('authors');
  const categories = await getCollection('categories');
  // Those without stories have a page as well, though nothing leads to it.
  const inCategory = grouped(stories, ({ category }) => [category], idsOf(categories));
  return {
    stories,
    inCategory,
    ofAuthor: grouped(stories, ({ author }) => author, idsOf(authors)),
    withTag: grouped(stories, ({ tag }) => tag),
    inMonth: grouped(stories, ({ url }) => [url.slice(1, 8)]),
    years: [...grouped(stories, ({ url }) => [url.slice(1, 5)]).keys()],
    authors: new Map(authors.map((author) => [author.id, author])),
    categories: categories
      .filter(({ id }) => inCategory.get(id).length > 0)
      .sort((a, b) => a.data.title.localeCompare(b.data.title)),
    categoryNames: new Map(categories.map(({ id, data }) => [id, data.title])),
  };
}

function idsOf(entries) {
  return entries.map(({ id }) => id);
}

function grouped(stories, keysOf, keys = []) {
  const groups = new Map(keys.map((key) => [key, []]));
  for (const story of stories) {
    for (const key of keysOf(story.data)) {
      const group = groups.get(key);
      if (group) group.push(story);
      else groups.set(key, [story]);
    }
  }
  return groups;
}

/** The static paths of lists, [slug]/[...page]. */
export function pathsOfLists(lists) {
  return [...lists].flatMap(([slug, stories]) =>
    pagesOf(stories).map((list) => ({
      params: { slug, page: list.page === 1 ? undefined : `page/${list.page}` },
      props: { list },
    })),
  );
}

/** A list, page by page. */
export function pagesOf(stories) {
  const pages = Math.max(1, Math.ceil(stories.length / pageSize));
  return Array.from({ length: pages }, (_, index) => ({
    stories: stories.slice(index * pageSize, (index + 1) * pageSize),
    page: index + 1,
    pages,
  }));
}

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export function formatDate(date) {
  return dates.format(date);
}

/** @param month yyyy/mm */
export function formatMonth(month) {
  return months.format(new Date(`${month.replace('/', '-')}-01`));
}
