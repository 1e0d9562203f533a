import { createServer } from 'node:net';

/** A port of this machine that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once('error', reject);
    listener.listen(0, () => {
      const bound = listener.address();
      listener.close(() => {
        if (bound && typeof bound === 'object') resolve(bound.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}
