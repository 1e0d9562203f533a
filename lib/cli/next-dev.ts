import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port';

/**
 * Starts `next dev` where only this machine reaches it. A signal that ends this process ends it first.
 *
 * @param tidyUp done before the end
 * @returns its port, once it listens
 */
export async function startNextDev(siteUrl: string, tidyUp: () => Promise<void>): Promise<number> {
  const port = await freePort();
  const next = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'dev', '-p', String(port), '-H', '127.0.0.1'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Without SITE_URL its pages would name the inner port.
      env: {
        ...process.env,
        NODE_ENV: 'development',
        NEXT_TELEMETRY_DISABLED: '1',
        SITE_URL: siteUrl,
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      },
    },
  );
  endTogether(next, tidyUp);
  next.stderr.pipe(process.stderr);
  createInterface(next.stdout).on('line', (line) => {
    // The addresses in its banner are not the ones to open.
    if (!/^\s*$|▲ Next\.js|- (Local|Network):/.test(line)) console.log(line);
  });
  while (!(await answers(port))) await wait(50);
  return port;
}

function endTogether(next: ChildProcess, tidyUp: () => Promise<void>): void {
  let isEnding = false;
  const end = async (status: number) => {
    if (isEnding) return;
    isEnding = true;
    next.kill('SIGTERM');
    if (next.exitCode === null && next.signalCode === null) await once(next, 'exit');
    await tidyUp();
    process.exit(status);
  };
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
  next.once('exit', (status) => {
    if (!isEnding) console.error(`next dev ended by itself, with status ${status}.`);
    void end(status || 1);
  });
  process.once('exit', () => next.kill());
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
