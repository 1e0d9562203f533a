import { subscribe } from 'node:diagnostics_channel';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long answers that were begun may take, in milliseconds: Docker kills after 10 s. */
const patience = 8000;

/** How long what Next does after an answer may take, such as the end of its trace; in milliseconds. */
const aftermath = 50;

/** How long what is done last may take, in milliseconds. */
const lastPatience = 1000;

/** Where the process notes that it ends: what Next starts and the routes are bundles of their own. */
const place = Symbol.for('slugline.is-ending');

/** Whether this process was asked to end. */
export function isEnding(): boolean {
  return Reflect.get(globalThis, place) === true;
}

/**
 * On SIGTERM and SIGINT takes no more connections, gives the answers that were begun, and ends with status 0. Next's own
 * handling of both must be off (NEXT_MANUAL_SIG_HANDLE): it waits for connections on which nothing is asked, without a
 * limit, and ends with status 143, which supervisors take for a failure.
 *
 * @param finish what is done when the last answer is given
 */
export function endGracefully(finish: () => Promise<void>) {
  const unanswered = new Set<ServerResponse>();
  let server: Server | undefined;
  let onAnswer = () => {};

  subscribe('http.server.request.start', (message) => {
    const { response, server: asked }: { response?: ServerResponse; server?: Server } = Object(message);
    if (!response || !asked) return;
    server = asked;
    unanswered.add(response);
    response.once('close', () => {
      unanswered.delete(response);
      onAnswer();
    });
    if (isEnding()) response.setHeader('Connection', 'close');
  });

  const end = async () => {
    if (isEnding()) return;
    Reflect.set(globalThis, place, true);
    server?.close();
    for (const response of unanswered) if (!response.headersSent) response.setHeader('Connection', 'close');
    const allAnswered = new Promise<void>((resolve) => {
      onAnswer = () => {
        if (unanswered.size === 0) resolve();
      };
      onAnswer();
    });
    await Promise.race([allAnswered, sleep(patience)]);
    if (unanswered.size > 0) console.error(`After ${patience / 1000} s, ${unanswered.size} answers were broken off.`);
    await sleep(aftermath);
    await Promise.race([finish(), sleep(lastPatience)]);
    process.exit(unanswered.size > 0 ? 1 : 0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void end());
}
