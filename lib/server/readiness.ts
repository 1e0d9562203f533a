import { currentEditionName } from '../edition/edition-name';
import { isEnding } from './end-gracefully';

/** What an instance says of itself to whoever sends readers to it. */
export type Readiness = {
  /** Whether it can serve readers: it has read the edition, now or before, so that it has pages to show. */
  ready: boolean;
  /** Whether the edition could be read just now. */
  edition: 'reachable' | 'unreachable';
  /** Why it is not ready, in a sentence. */
  error?: string;
};

/** How long the edition may take to answer, in milliseconds: whoever asks wants to know now. */
const patience = 1000;

/**
 * Makes what answers whether this instance can serve readers. An edition that goes away later changes nothing about that:
 * it goes away for all instances at once, and each still has the pages that it keeps.
 *
 * @param readName asks the edition for its name, which is empty when nothing was published
 * @param log is told once when the edition goes away
 */
export function watchReadiness(readName: () => Promise<string>, log: (message: string) => void) {
  let wasRead = false;
  let isKnownAway = false;
  let question: Promise<string> | undefined;
  // One question at a time: an edition that does not answer is not asked more and more.
  const ask = () => (question ??= readName().finally(() => (question = undefined)));

  return async function readiness(): Promise<Readiness> {
    const trouble = await troubleWith(ask);
    if (trouble && !isKnownAway) log(`The edition cannot be read: ${trouble}`);
    isKnownAway = trouble !== undefined;
    wasRead ||= !isKnownAway;
    const edition = isKnownAway ? 'unreachable' : 'reachable';
    if (isEnding()) return { ready: false, edition, error: 'This instance is ending; another one takes its place.' };
    if (wasRead) return { ready: true, edition };
    return { ready: false, edition, error: 'This instance could not read the edition yet; its log says why.' };
  };
}

/** Whether this instance can serve readers, and what it reaches. */
export const readiness = watchReadiness(currentEditionName, console.error);

/** Undefined where the edition answers in time. */
async function troubleWith(ask: () => Promise<string>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, `it did not answer within ${patience} ms.`);
  });
  try {
    return await Promise.race([ask().then((name) => (name ? undefined : 'nothing was published in it.')), tooLate]);
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  } finally {
    clearTimeout(timer);
  }
}
