import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import { sayWhenToComeBack } from './edition-away';
import { tellFront } from '@/lib/front/tell-front';
import { securityHeaders } from '@/lib/security-headers.mjs';

/**
 * Makes every request to this process ready for Next, before Next sees it. Its answer has the paper's headers, also
 * where Next answers before it reads `headers()` of next.config.js, as it does with a slash too many in an address. A
 * front that asks is told how long to keep it. Where the edition's database is away, it says when to come back. And an
 * address with a broken escape, which Next would answer with a bare 500, is read as it is written.
 */
export function readyEveryRequest() {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = Object(message);
    if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) return;
    for (const { key, value } of securityHeaders) response.setHeader(key, value);
    tellFront(request, response, new Date());
    sayWhenToComeBack(response);
    if (request.url) request.url = wholeAddress(request.url);
  });
}

/** The address itself, or, where its path has an escape that stands for no character, with its percent signs escaped. */
export function wholeAddress(address: string): string {
  const [path = '', ...query] = address.split('?');
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
