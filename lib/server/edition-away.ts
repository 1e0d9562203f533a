import type { ServerResponse } from 'node:http';
import { isEditionAway } from '@/lib/edition/edition-reach.mjs';

/** When a reader, or a crawler, may try again; in seconds (RFC 9110, 10.2.3). */
const retryAfter = 10;

/**
 * What could not be made since the edition's database is away is not a mistake of the paper: it answers 503 and says when
 * to come back, instead of 500.
 */
export function sayWhenToComeBack(response: Pick<ServerResponse, 'setHeader' | 'writeHead'>) {
  response.writeHead = new Proxy(response.writeHead, {
    apply(writeHead, self, [status, ...rest]: unknown[]) {
      const isAway = status === 500 && isEditionAway();
      if (isAway) response.setHeader('Retry-After', String(retryAfter));
      const sent: unknown = Reflect.apply(writeHead, self, [isAway ? 503 : status, ...rest]);
      return sent;
    },
  });
}
