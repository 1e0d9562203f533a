import { createServer } from 'node:net';

/** The PORT of the environment, or the sentence that refuses it. */
export function readPort(text = process.env.PORT) {
  const port = /^\d{1,5}$/.test(text || '3000') ? Number(text || '3000') : 0;
  if (port >= 1 && port <= 65535) return { port };
  return { refusal: `PORT is “${text}”, which is not a port. Set it to a number from 1 to 65535.` };
}

/**
 * Why the site cannot listen on a port, and the mend; undefined when it can.
 *
 * @param script the npm script to run again
 */
export async function whyNotListen(port, script) {
  // Some systems let one listen on all addresses while a single one is taken, so each is asked.
  for (const host of ['::', '0.0.0.0', '127.0.0.1']) {
    const code = await tryListening(port, host);
    const other = port < 65535 ? port + 1 : 3000;
    if (code === 'EADDRINUSE') {
      return `Port ${port} is taken by another program. Choose a free one: PORT=${other} npm run ${script}`;
    }
    if (code === 'EACCES') {
      return `Port ${port} is only for the system's own services. Choose one above 1024: PORT=3000 npm run ${script}`;
    }
  }
  return undefined;
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
