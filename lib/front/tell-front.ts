import type { IncomingMessage, ServerResponse } from 'node:http';

/** The request header by which a front says that it wants to be told. */
const frontHeader = 'slugline-front';

/** How long a front serves what it has while it asks for it anew, in seconds. */
const askingSeconds = 1;

/** What sends the head of an answer. */
type Head = Pick<ServerResponse, 'getHeader' | 'getHeaderNames' | 'removeHeader' | 'setHeader' | 'writeHead'>;

/** What a front may keep: whole answers, and moves and notices that are the paper's own. */
const kept = new Set([200, 304, 308, 404, 410]);

/**
 * What an answer tells a front that keeps it (docs/nginx/slugline.conf). nginx takes from `X-Accel-Expires` until when an
 * answer is fresh, as a moment in whole seconds, and from `Cache-Control` how long after that it may be served while it is
 * asked for anew. Fresh until the end of this second and a second more: nothing is served two seconds after `asked`. What
 * readers are to be told has a name of its own, and the front gives it its old name back.
 *
 * @param cacheControl what readers are told
 * @param asked when the request came in, so that the answer holds what was true then or later
 */
export function wordToFront(status: number, cacheControl: string | undefined, asked: Date): Record<string, string> {
  // What says nothing is not kept by anybody.
  if (cacheControl === undefined) return {};
  const forReaders: Record<string, string> = { 'Slugline-Cache-Control': cacheControl };
  const isKept = kept.has(status) && !/private|no-store|no-cache/i.test(cacheControl);
  if (!isKept) return { ...forReaders, 'Cache-Control': 'no-store' };
  return {
    ...forReaders,
    'Cache-Control': `max-age=1, stale-while-revalidate=${askingSeconds}`,
    // After Cache-Control, which nginx 1.22 does not read any more once it has read this.
    'X-Accel-Expires': `@${Math.floor(asked.getTime() / 1000)}`,
  };
}

/**
 * Where a front asks, adds what it is told to the answer at the moment that its head is sent: only then is it known. What
 * Next says of its own cache is taken out: it would be wrong as soon as the answer is kept, and is read with every answer.
 */
export function tellFront(request: IncomingMessage, response: Head, asked: Date) {
  if (request.headers[frontHeader] === undefined) return;
  response.writeHead = new Proxy(response.writeHead, {
    apply(writeHead, self, args) {
      for (const name of response.getHeaderNames()) if (name.startsWith('x-nextjs-')) response.removeHeader(name);
      const cacheControl = response.getHeader('Cache-Control');
      const word = wordToFront(Number(args[0]), cacheControl === undefined ? undefined : String(cacheControl), asked);
      for (const [name, value] of Object.entries(word)) response.setHeader(name, value);
      const sent: unknown = Reflect.apply(writeHead, self, args);
      return sent;
    },
  });
}
