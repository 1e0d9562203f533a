import { isSignedBy, sign } from './signature';

/** How long a link shows a story that is not out yet, in milliseconds: seven days. */
export const previewLifetime = 7 * 24 * 60 * 60 * 1000;

/** What the query of a preview's address says, held against its path. */
export type PreviewPass = { state: 'valid'; until: Date } | { state: 'expired'; until: Date } | { state: 'wrong' };

/**
 * The path and query that show a draft or scheduled story to whoever holds them. The signature covers the story's
 * address and the moment of expiry, so that neither can be changed.
 *
 * @param articlePath the address that the story will have
 * @param until when the link stops working; counted in whole seconds
 */
export function previewPath(articlePath: string, until: Date, secret: string): string {
  const seconds = String(Math.floor(until.getTime() / 1000));
  const query = new URLSearchParams({ until: seconds, signature: sign(secret, signedText(articlePath, seconds)) });
  return `/preview${articlePath}?${query}`;
}

/** Reads the query of a preview's address. */
export function readPreviewPass(
  articlePath: string,
  query: Record<string, string | string[] | undefined>,
  secret: string,
  now: Date,
): PreviewPass {
  const { until: seconds, signature } = query;
  if (typeof seconds !== 'string' || typeof signature !== 'string' || !/^\d{1,11}$/.test(seconds)) {
    return { state: 'wrong' };
  }
  if (!isSignedBy(secret, signedText(articlePath, seconds), signature)) return { state: 'wrong' };
  const until = new Date(Number(seconds) * 1000);
  return { state: until > now ? 'valid' : 'expired', until };
}

function signedText(articlePath: string, seconds: string): string {
  return `preview\n${articlePath}\n${seconds}`;
}
