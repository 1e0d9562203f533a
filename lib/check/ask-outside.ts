/** How long an address may take, in milliseconds. */
const patience = 15_000;

/** How much of a page is read, in bytes. */
const longestPage = 3_000_000;

/** Hosts that are asked at one time; each is asked for one address after the other. */
const hostsAtOnce = 8;

const userAgent = 'slugline-check';

/** What became of asking. */
export type OutsideAnswer = {
  /** How the address failed, as the rest of a sentence that begins with it. */
  mistake?: string;
  /** It was not even found out where to ask. */
  isUnknown?: boolean;
  /** The page, where it was to be read and is HTML. */
  html?: string;
};

/**
 * Asks for addresses of other sites, and hands each answer on. That machines are not welcome, or not so many at once, is an
 * answer, too.
 *
 * @param isToRead whether the page at an address is wanted
 */
export async function askOutside(
  addresses: string[],
  isToRead: (address: string) => boolean,
  visit: (address: string, answer: OutsideAnswer) => Promise<void>,
): Promise<void> {
  const byHost = new Map<string, string[]>();
  for (const address of addresses) {
    const host = URL.canParse(address) ? new URL(address).host : '';
    byHost.set(host, [...(byHost.get(host) ?? []), address]);
  }
  const queue = byHost.values();
  const asker = async () => {
    for (const own of queue) for (const address of own) await visit(address, await ask(address, isToRead(address)));
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, asker));
}

async function ask(address: string, isToRead: boolean): Promise<OutsideAnswer> {
  if (!URL.canParse(address)) return { mistake: 'is not an address' };
  try {
    const response = await fetch(address, {
      headers: { 'User-Agent': userAgent, Accept: 'text/html,*/*;q=0.8' },
      signal: AbortSignal.timeout(patience),
    });
    const { status } = response;
    if (status === 404 || status === 410 || status >= 500) {
      await response.body?.cancel();
      return { mistake: `answers with status ${status}` };
    }
    const isPage = /^text\/html|^application\/xhtml/.test(response.headers.get('content-type') ?? '');
    if (isToRead && response.ok && isPage) return { html: await readStart(response) };
    await response.body?.cancel();
    return {};
  } catch (error) {
    return failureOf(error);
  }
}

async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    size += piece.value.length;
    text += decoder.decode(piece.value, { stream: true });
    if (size < longestPage) continue;
    await reader?.cancel();
    break;
  }
  return text;
}

/** What fetch throws for an address that it cannot get to. */
function failureOf(error: unknown): OutsideAnswer {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return { mistake: `did not answer within ${patience / 1000} s` };
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { mistake: 'has a host that is not known', isUnknown: true };
  if (error.message !== 'fetch failed' && error.message !== 'terminated') throw error;
  return { mistake: `cannot be reached (${code || (cause instanceof Error ? cause.message : 'no reason given')})` };
}
