import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from './announce';

/** Addresses that are asked for at one time. */
const atOnce = 6;

/** In milliseconds. */
const patience = 10_000;

/** Before what is missing is asked for again: longer each time, up to the last. In milliseconds. */
const pauses = [200, 400, 800, 1600];
const lastPause = 2000;

/** What a site was seen to show. */
export type Sighting = {
  /** Addresses that showed what was published. */
  seen: string[];
  /** The others, with what they showed instead. */
  missing: { path: string; reason: string }[];
};

/** What is to be seen at a site. */
export type Expectation = {
  paths: string[];
  /** The status that some of them answer with. */
  answers: Record<string, number>;
  /** The edition that pages name. */
  edition: string;
};

/**
 * Asks a site for addresses as a reader would, until each shows the edition and answers with its status. The first
 * requests are those that have the pages made, so that no reader waits for it.
 *
 * @param deadline by performance.now()
 * @param onMissing called before those that do not yet are asked for again
 */
export async function seeLive(
  site: string,
  { paths, answers, edition }: Expectation,
  deadline: number,
  onMissing: (paths: string[]) => Promise<void>,
): Promise<Sighting> {
  const reasons = new Map<string, string>();
  let waiting = paths;
  for (let round = 0; ; round += 1) {
    const queue = waiting.values();
    const reader = async () => {
      for (const path of queue) {
        const reason = await whyNot(site + path, answers[path], edition);
        if (reason === undefined) reasons.delete(path);
        else reasons.set(path, reason);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, reader));
    waiting = waiting.filter((path) => reasons.has(path));
    if (waiting.length === 0 || performance.now() > deadline) break;
    await onMissing(waiting);
    await sleep(pauses[round] ?? lastPause);
  }
  return {
    seen: paths.filter((path) => !reasons.has(path)),
    missing: paths.flatMap((path) => {
      const reason = reasons.get(path);
      return reason === undefined ? [] : [{ path, reason }];
    }),
  };
}

/** Why an address does not show the edition; undefined when it does. */
async function whyNot(address: string, status: number | undefined, edition: string): Promise<string | undefined> {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const html = await response.text();
    if (status !== undefined && response.status !== status) return `answers ${response.status}, not ${status}`;
    if (response.status >= 500) return `answers ${response.status}`;
    if (response.status >= 300 && response.status < 400) return undefined;
    const [, shown] = /<meta name="edition" content="([^"]*)"/.exec(html) ?? [];
    return shown === edition ? undefined : `shows edition ${shown ?? 'of no name'}`;
  } catch (error) {
    return `does not answer: ${reasonOf(error)}`;
  }
}
