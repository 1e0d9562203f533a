import { spawn } from 'node:child_process';
import { freePort } from '../lib/free-port';
import { fetchPage } from './fetched-page';

/** A server of a test's own, of the same build as the one that all tests share. */
export type Server = {
  address: string;
  pid: number;
  /** What it complained of until now. */
  complaints: () => string;
  stop: () => Promise<void>;
};

const patience = 30_000;

/**
 * @param env what differs from the sample paper's settings
 * @param at the port of a server that was here before; a free one by default
 */
export async function startServer(env: Record<string, string> = {}, at?: number): Promise<Server> {
  const port = at ?? (await freePort());
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PORT: String(port), SITE_URL: address, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (piece) => (complaints += String(piece)));
  // A test that takes too long is ended without a chance to stop what it started.
  process.once('exit', () => child.kill());
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
  };
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && child.exitCode === null) {
    if (child.pid !== undefined && (await answers(address)))
      return { address, pid: child.pid, complaints: () => complaints, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`next start did not answer at ${address}.\n${complaints}`);
}

/** Whether a site lives; nobody who listens is none. */
export async function answers(address: string): Promise<boolean> {
  try {
    return (await fetchPage(`${address}/api/health`)).status === 200;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
