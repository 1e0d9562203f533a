import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Desk, DeskUpdate } from './desk';
import { openedHeader } from './opened-versions';

/** What the server gives a browser besides the newsroom's files. */
export type DeskFront = { html: string; script: string };

/** More than a picture, or the files of one save together, may have, in bytes. */
const mostBytes = 20_000_000;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline' data:",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The desk over HTTP, by the three questions that Keystatic asks of a server: which files there are, what one says, and
 * whether it may be saved; and by one of our own, for pictures. It answers only programs of this machine, and of browsers
 * only its own pages.
 */
export function deskServer(desk: Desk, front: DeskFront): Server {
  return createServer((request, response) => {
    answer(request, response, desk, front).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      console.error(message);
      send(response, 422, message);
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, desk: Desk, front: DeskFront): Promise<void> {
  const stranger = refuseStranger(request);
  if (stranger) return send(response, 403, stranger);
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const question = `${request.method} ${path}`;
  if (question === 'GET /') {
    response.setHeader('location', '/keystatic');
    return send(response, 302, '');
  }
  if (question === 'GET /desk.js') return send(response, 200, front.script, 'text/javascript');
  if (/^GET \/keystatic(\/|$)/.test(question)) return send(response, 200, front.html, 'text/html');
  if (question === 'GET /api/keystatic/tree') return sendJson(response, await desk.entries());
  const [, version = '', file = ''] = /^GET \/api\/keystatic\/blob\/([^/]+)\/(.+)$/.exec(question) ?? [];
  if (file !== '') {
    const text = await desk.open(decodeURIComponent(file), version);
    return text === undefined
      ? send(response, 404, 'This file is not what it was. Load the page again.')
      : send(response, 200, text);
  }
  const [, picture = ''] = /^POST \/api\/pictures\/([^/]+)$/.exec(question) ?? [];
  if (picture !== '') {
    return send(response, 200, await desk.addPicture(decodeURIComponent(picture), await readBody(request)));
  }
  if (question === 'POST /api/keystatic/update') return sendJson(response, await desk.save(await readUpdate(request)));
  send(response, 404, 'There is nothing here. The desk is at /keystatic.');
}

/**
 * A page of another site cannot read an answer, but it could send a request, or have its own name lead to this machine.
 * So the request must name this machine, and what changes something must come from a page of the desk.
 */
function refuseStranger({ method, headers, socket }: IncomingMessage): string | undefined {
  const host = headers.host ?? '';
  const own = ['localhost', '127.0.0.1'].map((name) => `${name}:${socket.localPort}`);
  if (!own.includes(host)) return `The desk answers at http://localhost:${socket.localPort} only.`;
  if (method === 'GET') return undefined;
  return headers.origin === `http://${host}` ? undefined : 'The desk takes changes from its own pages only.';
}

async function readUpdate(request: IncomingMessage): Promise<DeskUpdate> {
  const opened = request.headers[openedHeader];
  const data: { additions: { path: string; contents: string }[]; deletions: { path: string }[] } = JSON.parse(
    (await readBody(request)).toString(),
  );
  return {
    additions: data.additions.map(({ path, contents }) => ({ path, text: Buffer.from(contents, 'base64').toString() })),
    deletions: data.deletions,
    opened: JSON.parse(decodeURIComponent(typeof opened === 'string' ? opened : '{}')),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes: Buffer = piece;
    size += bytes.length;
    if (size > mostBytes) throw new Error('This is more than the desk takes at once: 20 MB. Make it smaller.');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

function sendJson(response: ServerResponse, data: object): void {
  send(response, 200, JSON.stringify(data), 'application/json');
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain'): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
