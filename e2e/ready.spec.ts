import { createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { rawAnswer } from './raw-answer';
import { startServer, type Server } from './server';

test('a site that has its edition is healthy and ready, and nobody keeps that', async ({ baseURL }) => {
  for (const [path, state] of [
    ['/api/health', { healthy: true }],
    ['/api/ready', { ready: true, edition: 'reachable' }],
  ] as const) {
    const { status, headers, body } = await rawAnswer(baseURL + path);
    expect([status, headers['cache-control']], path).toEqual([200, 'no-store']);
    expect(JSON.parse(String(body)), path).toMatchObject(state);
    const head = await rawAnswer(baseURL + path, { method: 'HEAD' });
    expect([head.status, head.body.length], path).toEqual([200, 0]);
  }
});

test.describe('while Postgres takes connections and says nothing', () => {
  let silent: TcpServer;
  const sockets = new Set<Socket>();
  let server: Server;

  test.beforeAll(async () => {
    silent = createServer((socket) => {
      sockets.add(socket.on('error', () => sockets.delete(socket)));
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port }: Pick<AddressInfo, 'port'> = Object(silent.address());
    server = await startServer({ EDITION_URL: `postgres://desk:sesame@127.0.0.1:${port}/paper` });
  });

  test.afterAll(async () => {
    await server?.stop();
    for (const socket of sockets) socket.destroy();
    silent?.close();
  });

  test('an instance that has read nothing yet is healthy and not ready, and says so at once', async () => {
    expect((await rawAnswer(`${server.address}/api/health`)).status).toBe(200);
    const asked = performance.now();
    const { status, headers, body } = await rawAnswer(`${server.address}/api/ready`);
    expect(performance.now() - asked).toBeLessThan(3000);
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', 'no-store']);
    const state: unknown = JSON.parse(String(body));
    expect(state).toMatchObject({ ready: false, edition: 'unreachable', error: expect.stringMatching(/^[^.]+\.$/) });
    expect(String(body)).not.toContain('sesame');
  });
});
