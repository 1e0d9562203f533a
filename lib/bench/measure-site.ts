import { setTimeout as sleep } from 'node:timers/promises';
import { announce } from '../publish/announce';
import type { CorpusStory } from './corpus';
import { percentile, type SizeFigures } from './figures';
import { Random } from './random';
import { timedAnswer, type Site } from './site';

/** In requests. */
const samples = { article: 60, front: 11, cached: 300, search: 300 };

/** Readers that ask at one time, while the memory is measured. */
const readersAtOnce = 4;

const mostPages = 20_000;

type Stories = Omit<CorpusStory, 'text'>[];

/** What readers wait for: pages that are made for them, pages from the cache, and searches; one request at a time. */
export async function measureAnswers(site: Site, stories: Stories): Promise<SizeFigures> {
  const random = new Random(7);
  // The newest were made when the site was built.
  const old = stories.slice(0, Math.max(samples.article, stories.length - 200));
  const articles = await times(samples.article, async () => {
    const story = old.splice(random.between(0, old.length - 1), 1)[0];
    const { ms, cache } = await timedAnswer(site.address + (story?.path ?? '/'));
    if (cache !== 'MISS') throw new Error(`${story?.path} came from the cache (${cache}), and was to be made.`);
    return ms;
  });
  const fronts = await times(samples.front, async () => {
    // A site takes no signature twice, and its clock counts seconds.
    await sleep(1_100);
    await announce(site.address, { paths: ['/'], isEverywhere: false }, site.env.PUBLISH_SECRET ?? '');
    return (await timedAnswer(`${site.address}/`)).ms;
  });
  const cached = await times(samples.cached, async () => (await timedAnswer(`${site.address}/`)).ms);
  const searches = await times(samples.search, async () => {
    return (await timedAnswer(`${site.address}/search?${searchFor(random, stories)}`)).ms;
  });
  return {
    articleMiss: percentile(articles, 0.5),
    articleMissP95: percentile(articles, 0.95),
    frontMiss: percentile(fronts, 0.5),
    cached: percentile(cached, 0.5),
    searchP50: percentile(searches, 0.5),
    searchP95: percentile(searches, 0.95),
  };
}

/** One to three words of some headline; one in ten has a slip, half are narrowed down or the newest first. */
function searchFor(random: Random, stories: Stories): URLSearchParams {
  const words = (stories[random.between(0, stories.length - 1)]?.title ?? '').toLowerCase().split(' ');
  const typed = words.slice(0, random.between(1, 3));
  if (random.chance(0.1)) typed[0] = `${typed[0]?.slice(0, 2)}x${typed[0]?.slice(2)}`;
  const query = new URLSearchParams({ q: typed.join(' ') });
  if (random.chance(0.25)) query.set('sort', 'newest');
  else if (random.chance(0.33)) query.set('category', 'world');
  return query;
}

/** How much memory the server holds after it was asked for very many pages, each once. */
export async function measureMemory(site: Site, stories: Stories): Promise<SizeFigures> {
  const pages = distinctPages(stories);
  const queue = pages.values();
  let peak = 0;
  const reader = async () => {
    for (const path of queue) {
      await timedAnswer(site.address + path);
      peak = Math.max(peak, site.memory() ?? 0);
    }
  };
  await Promise.all(Array.from({ length: readersAtOnce }, reader));
  const after = site.memory();
  return { distinctPages: pages.length, serverMemory: after && after / 1e6, serverPeak: peak ? peak / 1e6 : undefined };
}

/** Stories from all over the archive, then its days and months, then pages of the list of all. */
function distinctPages(stories: Stories): string[] {
  const step = Math.max(1, Math.floor(stories.length / mostPages));
  const articles = stories.filter((_, index) => index % step === 0).map(({ path }) => path);
  const days = new Set(stories.flatMap(({ path }) => [path.slice(0, 11), path.slice(0, 8)]));
  const lists = Array.from({ length: Math.floor(stories.length / 20) - 1 }, (_, index) => `/page/${index + 2}`);
  return [...articles, ...days, ...lists].slice(0, mostPages);
}

async function times<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let index = 0; index < count; index += 1) results.push(await work());
  return results;
}
