/** The header by which a page of the desk says which versions of files it has open. */
export const openedHeader = 'desk-opened';

/**
 * A `fetch` for pages of the desk, which notes the version of each file that is opened and sends them along with what is
 * saved: Keystatic itself would save over what somebody else wrote in the meantime.
 */
export function fetchWithVersions(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const opened: Record<string, string> = {};
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const [, version, file] = /\/api\/keystatic\/blob\/([^/]+)\/(.+)$/.exec(url) ?? [];
    if (!url.endsWith('/api/keystatic/update')) {
      const answer = await fetch(input, init);
      if (version && file && answer.ok) opened[decodeURIComponent(file)] = version;
      return answer;
    }
    const headers = new Headers(init?.headers);
    headers.set(openedHeader, encodeURIComponent(JSON.stringify(opened)));
    return fetch(input, { ...init, headers });
  };
}
