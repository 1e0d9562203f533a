import { request, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from 'node:http';

/*
 * Stands before `next dev` and makes open pages load again when the edition changed, which Next cannot know of. So no
 * page needs code for development. Everything else passes through.
 */

const eventsPath = '/__slugline/events';
const scriptPath = '/__slugline/reload.js';

/**
 * The page tells which edition it shows, so that one rendered before a change and connected after it is not left
 * behind. A prerendered page waits until it is seen: browsers open six connections to a host, and each page holds one.
 */
const script = `(() => {
  const { src } = document.currentScript;
  document.currentScript.remove();
  const shown = new URL(src).searchParams.get('shown');
  const listen = () => {
    const events = new EventSource('${eventsPath}');
    events.onmessage = ({ data }) => data !== shown && location.reload();
    addEventListener('pagehide', () => events.close());
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  };
  if (document.prerendering) document.addEventListener('prerenderingchange', listen, { once: true });
  else listen();
})();`;

/**
 * Answers a server's requests with what `next dev` says.
 *
 * @param target the port of `next dev` on 127.0.0.1; requests wait for it
 * @returns makes every open page load again
 */
export function proxyWithReload(server: Server, target: Promise<number>): () => void {
  const listeners = new Set<ServerResponse>();
  // A moment rather than a count, so that a page left open reloads after a restart as well.
  let shown = Date.now();

  server.on('request', (incoming, outgoing) => {
    if (incoming.url === eventsPath) {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      outgoing.write(`data: ${shown}\n\n`);
      listeners.add(outgoing);
      outgoing.once('close', () => listeners.delete(outgoing));
    } else if (incoming.url?.startsWith(`${scriptPath}?`)) {
      outgoing.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end(script);
    } else {
      const tag = `<script src="${scriptPath}?shown=${shown}"></script>`;
      void target.then((port) => passOn(port, incoming, outgoing, tag));
    }
  });

  server.on('upgrade', (incoming, socket, head) => {
    socket.on('error', () => socket.destroy());
    void target.then((port) => {
      const onward = request({ host: '127.0.0.1', port, path: incoming.url, headers: incoming.headers });
      onward.on('error', () => socket.destroy());
      onward.on('response', () => socket.destroy());
      onward.on('upgrade', ({ rawHeaders }, upstream, upstreamHead) => {
        upstream.on('error', () => socket.destroy());
        const lines = rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`));
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
        socket.write(upstreamHead);
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      onward.end();
    });
  });

  return () => {
    shown = Date.now();
    for (const listener of listeners) listener.write(`data: ${shown}\n\n`);
  };
}

/** @param tag added to the end of pages */
function passOn(port: number, incoming: IncomingMessage, outgoing: ServerResponse, tag: string): void {
  // A compressed page could not be added to.
  const headers: OutgoingHttpHeaders = { ...incoming.headers, 'accept-encoding': 'identity' };
  const { method, url: path } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    const isPage = method === 'GET' && answer.headers['content-type']?.startsWith('text/html');
    if (isPage) delete answer.headers['content-length'];
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', () => outgoing.destroy());
    answer.pipe(outgoing, { end: !isPage });
    if (isPage) answer.once('end', () => outgoing.end(tag));
  });
  onward.on('error', (error) => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502, { 'content-type': 'text/plain' }).end(`next dev does not answer: ${error.message}\n`);
  });
  outgoing.once('close', () => onward.destroy());
  incoming.pipe(onward);
}
