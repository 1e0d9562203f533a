import { request, type IncomingHttpHeaders } from 'node:http';

/** An answer as it comes over the wire: not followed, not uncompressed. */
export type RawAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

export type RawQuestion = { method?: string; headers?: Record<string, string>; body?: string };

/** @param address absolute; its path is sent as it is written */
export function rawAnswer(address: string, { method, headers, body }: RawQuestion = {}): Promise<RawAnswer> {
  const [, hostname, port, path = '/'] = /^http:\/\/([^:/]+):(\d+)(.*)$/.exec(address) ?? [];
  return new Promise((resolve, reject) => {
    // A connection of its own: one that another answer left open may just be closing.
    const asking = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      );
    });
    asking.once('error', reject);
    asking.end(body);
  });
}
