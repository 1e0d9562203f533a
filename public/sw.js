/*
 * Reading offline: stories that a reader opened are kept on the device with the files that they need, and shown when there
 * is no connection. With a connection every page comes from the paper, so none is older than the paper sends it.
 * See docs/decisions/offline.md.
 */
const mostStories = 50;
const mostFiles = 250;

const isStory = ({ pathname }) => /^\/\d{4}\/\d\d\/\d\d\/[a-z\d-]+$/.test(pathname);
// What these addresses hold never changes.
const isFile = ({ pathname }) => /^\/(_next\/(static\/|image$)|images\/|icons\/)/.test(pathname);

// What a browser fetches before its reader asks for it, it says so of (Fetch Metadata: Sec-Purpose).
const isAhead = ({ headers }) => headers.get('Sec-Purpose')?.startsWith('prefetch');

addEventListener('install', (event) => event.waitUntil(keepOfflinePage().then(() => skipWaiting())));

addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([clients.claim(), registration.navigationPreload?.enable()])),
);

// The page that brought this worker was loaded before it could watch: it says what it is made of. So does a page that was
// fetched ahead, once it is opened.
addEventListener('message', (event) => event.waitUntil(Promise.all(event.data.map(keepAddress))));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(event, url));
  else if (isFile(url)) event.respondWith(openFile(event, url));
});

async function openPage(event, url) {
  try {
    const answer = (await event.preloadResponse) || (await fetch(event.request));
    if (isStory(url) && !isAhead(event.request)) event.waitUntil(keepStory(url, answer.clone()));
    return answer;
  } catch {
    const kept = isStory(url) && (await caches.match(url.pathname, { cacheName: 'stories' }));
    // A page that is made ready while there is no connection must not be shown once there is.
    return kept || (isAhead(event.request) ? Response.error() : offlinePage());
  }
}

/** A story that is no longer there is no longer kept. */
async function keepStory({ pathname }, answer) {
  if (answer.status >= 500) return;
  const stories = await caches.open('stories');
  await stories.delete(pathname);
  if (answer.ok) await keep(stories, pathname, answer, mostStories);
}

async function openFile(event, { href }) {
  const files = await caches.open('files');
  const kept = await files.match(href);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(keep(files, href, answer.clone(), mostFiles));
  return answer;
}

async function keepAddress(address) {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin) return;
  // As the reader sees it: the browser has it still, so nothing travels twice.
  if (isStory(url)) await keepStory(url, await fetch(url, { cache: 'force-cache' }));
  else if (isFile(url)) await keepFile(url);
}

async function keepFile(url) {
  const files = await caches.open('files');
  if (await files.match(url.href)) return;
  const answer = await fetch(url);
  if (answer.ok) await keep(files, url.href, answer, mostFiles);
}

/** The oldest make room. */
async function keep(cache, address, answer, most) {
  await cache.put(address, answer);
  const addresses = await cache.keys();
  for (const oldest of addresses.slice(0, Math.max(0, addresses.length - most))) await cache.delete(oldest);
}

/** The page that says that there is no connection, with the files that it is made of. */
async function keepOfflinePage() {
  const answer = await fetch('/offline');
  const page = await answer.clone().text();
  const files = page.match(/\/_next\/static\/[^"\\]+\.(css|woff2)/g) ?? [];
  await (await caches.open('offline')).put('/offline', answer);
  await Promise.all([...new Set(files)].map((file) => keepFile(new URL(file, location.origin))));
}

/** With the stories that are kept, the latest first. Titles are HTML already, as the paper wrote them. */
async function offlinePage() {
  const stories = await caches.open('stories');
  const items = await Promise.all(
    (await stories.keys()).reverse().map(async (request) => {
      const page = await (await stories.match(request)).text();
      const [, title = request.url] = /<h1[^>]*>([^<]*)</.exec(page) ?? [];
      const [, attributes = ''] = /<h1((?: (?:lang|dir)="[\w-]*")*)/.exec(page) ?? [];
      return `<li><a href="${new URL(request.url).pathname}"${attributes}>${title}</a></li>`;
    }),
  );
  const kept = await caches.match('/offline', { cacheName: 'offline' });
  const page = (await kept.text()).replace(/<ul id="kept-stories"[^>]*>/, (list) => list + items.join(''));
  return new Response(page, { headers: kept.headers });
}
