import { createHash } from 'node:crypto';

/** How long a cache in front may keep an answer, in seconds; as `expireTime` in next.config.js says of pages. */
const cacheSeconds = 25;

type Options = {
  /** Left out where the text may have changed since any moment that is known. */
  changedAt?: Date;
  /** Further headers, by their names in small letters. */
  headers?: Record<string, string>;
};

/**
 * An answer with a strong validator, or 304 where the client has it already (RFC 9110, 13.1.2 and 13.1.3).
 *
 * @param type of the text, without its charset
 */
export function conditionalAnswer(
  request: Request,
  type: string,
  text: string,
  { changedAt, headers: further = {} }: Options = {},
): Response {
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
  const headers: Record<string, string> = {
    ...further,
    etag,
    'cache-control': `public, max-age=${cacheSeconds}`,
    ...(changedAt ? { 'last-modified': changedAt.toUTCString() } : {}),
  };
  if (isKnown(request.headers, etag, changedAt)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': `${type}; charset=utf-8` } });
}

function isKnown(headers: Headers, etag: string, changedAt: Date | undefined): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) return tags.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return changedAt !== undefined && !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
