import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { requestAtHand } from './request-at-hand';

/** Whoever watches over instances asks every few seconds. */
const probes = ['/api/health', '/api/ready'];

/** Writes a line for each answer: what was asked for, its status, and how long it took. */
export function logRequests(log: Logger) {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = Object(message);
    if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) return;
    const started = performance.now();
    const { method = '', url = '' } = request;
    const path = pathAlone(url);
    const atHand = {};
    requestAtHand.enterWith(atHand);
    response.once('close', () => {
      const { statusCode: status, writableFinished: isWhole } = response;
      if (probes.includes(path) && status < 400) return;
      const ms = Math.round(performance.now() - started);
      const fields = { method, path, status, ms, ...atHand, ...(isWhole ? {} : { brokenOff: true }) };
      log[status < 500 ? 'info' : 'error'](fields, `${method} ${path} ${status}`);
    });
  });
}

/** An address without what follows “?”, which may be what a reader searches for, or the signature of a preview. */
export function pathAlone(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? '';
}
