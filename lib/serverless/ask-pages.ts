import { securityHeaders } from '../security-headers.mjs';
import { hasClientRuntime } from './client-runtime';
import type { Answer, Host } from './host';

/** What was seen of one address: the line to print, and what is wrong with it. */
export type Seen = { path: string; status: number; wrong: string[] };

type Expectation = {
  status: number;
  /** A piece of the media type. */
  type?: string;
  /** Text that stands in the answer. */
  holds?: string;
  location?: string;
  /** The paper's headers; a file that the host serves from its own store has only those that are set there. */
  hasHeaders?: boolean;
};

/**
 * Asks a host for pages of every kind, found by what it serves itself, and looks at what comes.
 *
 * @param withdrawn the address of a story that was withdrawn, where the paper has one
 */
export async function askPages(host: Host, siteUrl: string, withdrawn: string | undefined): Promise<Seen[]> {
  const seen: Seen[] = [];
  const ask = async (path: string, expected: Expectation): Promise<string> => {
    const answer = await host.ask(path);
    seen.push({ path, status: answer.status, wrong: wrongWith(answer, expected) });
    return answer.body.toString('utf8');
  };

  const feed: { items: { url: string; title: string }[] } = JSON.parse(
    await ask('/feed.json', { status: 200, type: 'application/feed+json', holds: siteUrl }),
  );
  const [newest] = feed.items;
  if (!newest) throw new Error('The paper has no story that could be asked for. Publish one first.');
  const story = new URL(newest.url).pathname;
  const word = longestWord(newest.title);
  const front = await ask('/', { status: 200, type: 'text/html', holds: `href="${story}"` });
  const page = await ask(story, { status: 200, type: 'text/html', holds: '<article' });
  // Once more, as the host has kept it: it says then how long a cache in front may do so.
  await ask(story, { status: 200, type: 'text/html', holds: '<article' });
  await ask(`/search?q=${encodeURIComponent(word)}`, { status: 200, type: 'text/html', holds: `href="${story}"` });
  await ask('/feed.xml', { status: 200, type: 'application/rss+xml', holds: newest.url });
  await ask(`${story}.md`, { status: 200, type: 'text/markdown', holds: newest.title });
  await ask('/sitemap.xml', { status: 200, type: 'xml', holds: siteUrl });
  // The host's own answer, before it reads the paper's headers.
  await ask(`${story}/`, { status: 308, location: story, hasHeaders: false });
  await ask('/2020/01/01/nobody-wrote-this', { status: 404, type: 'text/html' });
  await ask('/made/up/by/somebody', { status: 404, type: 'text/html' });
  if (withdrawn) await ask(withdrawn, { status: 410, type: 'text/html' });
  for (const [what, type, found] of [
    ['social image', 'image/png', /property="og:image" content="([^"]+)"/.exec(page)?.[1]],
    ['picture', 'image/', /[?&;]url=(%2Fimages%2F[^&"]+)/.exec(front)?.[1]],
  ] as const) {
    if (!found) throw new Error(`No ${what} is named in the pages, so it cannot be asked for.`);
    await ask(new URL(decodeURIComponent(found), siteUrl).pathname, { status: 200, type });
  }
  const style = /href="(\/_next\/static\/[^"]+\.css)"/.exec(front)?.[1];
  if (!style) throw new Error('The front page names no style sheet.');
  await ask(style, { status: 200, hasHeaders: false });
  await ask('/sw.js', { status: 200, hasHeaders: false });
  return seen;
}

/** For how long a cache in front may keep a page, in seconds: `expireTime` of next.config.js. */
const longestKept = 25;

/** What is wrong with an answer, in words. */
function wrongWith({ status, headers, body }: Answer, expected: Expectation): string[] {
  const text = body.toString('utf8');
  const type = headers.get('content-type') ?? 'none';
  const missing = securityHeaders.filter(({ key, value }) => headers.get(key) !== value).map(({ key }) => key);
  return [
    status === expected.status ? '' : `the status is not ${expected.status}`,
    !expected.type || type.includes(expected.type) ? '' : `the type is ${type}`,
    !expected.holds || text.includes(expected.holds) ? '' : `“${expected.holds}” is not in it`,
    !expected.location || locationOf(headers) === expected.location ? '' : `it leads to ${headers.get('location')}`,
    type.startsWith('text/html') && hasClientRuntime(text) ? 'it has scripts of Next' : '',
    keptFor(headers) <= longestKept ? '' : `a cache in front may keep it for ${keptFor(headers)} s`,
    body.length > 0 || status === 308 ? '' : 'it is empty',
    (expected.hasHeaders ?? true) && missing.length > 0 ? `it lacks ${missing.join(', ')}` : '',
  ].filter((sentence) => sentence !== '');
}

/** By the words for shared caches alone; what has a hash in its address says `immutable` in their place. */
function keptFor(headers: Headers): number {
  const words = headers.get('cache-control') ?? '';
  const seconds = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(words)?.[1] ?? 0);
  return seconds('s-maxage') + seconds('stale-while-revalidate');
}

function locationOf(headers: Headers): string {
  return new URL(headers.get('location') ?? '', 'https://nowhere.example').pathname;
}

function longestWord(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).reduce(
    (longest, word) => (word.length > longest.length ? word : longest),
    '',
  );
}
