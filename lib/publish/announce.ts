import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPagePath, type Revalidation } from '../revalidation';
import { sign } from '../signature';
import { signedText } from '../signed-request';

/** In UTF-16 code units: a request stays below what a site takes, even if each is three bytes. */
const charactersAtOnce = 50_000;

/** A site that restarts is asked again after each of these pauses, in milliseconds. */
const pauses = [500, 1500, 3000];

/** In milliseconds. */
const patience = 10_000;

/**
 * Has a running site make pages anew. Old addresses that a site can't be asked for one by one follow by themselves.
 *
 * @param site its address, without a slash at its end
 * @returns the name of the edition that the site reads
 * @throws Error with a sentence that says why it did not
 */
export async function announce(site: string, { paths, isEverywhere }: Revalidation, secret: string): Promise<string> {
  const [first = [], ...others] = batches(paths.filter(isPagePath));
  let edition = await ask(site, { paths: first, everywhere: isEverywhere }, secret);
  for (const some of others) edition = await ask(site, { paths: some }, secret);
  return edition;
}

function batches(paths: string[]): string[][] {
  const found: string[][] = [];
  let room = 0;
  for (const path of paths) {
    room -= path.length;
    if (room < 0) {
      found.push([]);
      room = charactersAtOnce - path.length;
    }
    found.at(-1)?.push(path);
  }
  return found;
}

async function ask(site: string, content: object, secret: string): Promise<string> {
  const response = await request(site, content, secret);
  const text = await response.text();
  const { edition, error } = readAnswer(text);
  if (response.status === 200 && edition !== undefined) return edition;
  if (response.status === 404) {
    throw new Error(`${site} takes no publications: set PUBLISH_SECRET for it, to the secret of this command.`);
  }
  throw new Error(`${site} refused, with status ${response.status}: ${error ?? text.slice(0, 200)}`);
}

/** What a server in front says of a site that does not answer. */
const answersForAbsent = new Set([502, 503, 504]);

/** Each attempt has a signature of its own, also within one second: a site takes none twice. */
async function request(site: string, content: object, secret: string): Promise<Response> {
  for (const pause of [...pauses, undefined]) {
    const body = JSON.stringify({ ...content, attempt: randomUUID() });
    let cause: unknown;
    try {
      const response = await fetch(`${site}/api/revalidate`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...signatureOf(body, secret) },
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      });
      if (!answersForAbsent.has(response.status)) return response;
      await response.body?.cancel();
      cause = new Error(`what is in front of it says so, with status ${response.status}`);
    } catch (error) {
      cause = error;
    }
    if (pause === undefined) throw new Error(`${site} does not answer: ${reasonOf(cause)}.`, { cause });
    await sleep(pause);
  }
  throw new Error(`${site} does not answer.`);
}

function signatureOf(body: string, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign(secret, signedText({ purpose: 'revalidate', timestamp, body }));
  return { 'slugline-timestamp': timestamp, 'slugline-signature': signature };
}

function readAnswer(text: string): { edition?: string; error?: string } {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null) return {};
    return {
      edition: 'edition' in answer && typeof answer.edition === 'string' ? answer.edition : undefined,
      error: 'error' in answer && typeof answer.error === 'string' ? answer.error : undefined,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Why a request had no answer: what the system says lies below what fetch says. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
