import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port';
import { serverMemory, serverMemoryEnv } from '../cli/server-memory.mjs';

/** The production build, serving one edition. */
export type Site = {
  /** Without a slash at its end. */
  address: string;
  env: Record<string, string>;
  /** In bytes, of its process now; undefined where the system does not tell. */
  memory: () => number | undefined;
  stop: () => Promise<void>;
};

/** In milliseconds. */
const patience = 60_000;

/** How far pages are made from the edition of the same folder: what signs publications, for this run alone. */
const publishSecret = 'the-bench-publishes-to-itself';

/**
 * Starts the build that is there on a free port.
 *
 * @param env which content and edition it serves
 * @throws Error when it does not answer
 */
export async function startSite(env: { CONTENT_DIR: string; EDITION_URL: string }): Promise<Site> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const own = { ...env, PORT: String(port), SITE_URL: address, PUBLISH_SECRET: publishSecret, PUBLISH_TO: address };
  const child = spawn(
    process.execPath,
    [serverMemory, 'node_modules/next/dist/bin/next', 'start', '-p', String(port)],
    {
      env: { ...process.env, ...serverMemoryEnv, ...own, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (piece) => (said += String(piece)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
  };
  process.once('exit', () => child.kill());
  for (const deadline = Date.now() + patience; Date.now() < deadline && child.exitCode === null; await sleep(200)) {
    if (await answers(address)) return { address, env: own, memory: () => memoryOf(child.pid), stop };
  }
  await stop();
  throw new Error(`The site did not answer at ${address}. ${said.trim()}`);
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/about`)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function memoryOf(pid: number | undefined): number | undefined {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** How long an address takes to answer, in milliseconds, and what it says. */
export async function timedAnswer(address: string): Promise<{ ms: number; html: string; cache: string }> {
  const started = performance.now();
  const response = await fetch(address, { redirect: 'manual' });
  const html = await response.text();
  const ms = performance.now() - started;
  if (response.status !== 200) throw new Error(`${address} answered with status ${response.status}.`);
  return { ms, html, cache: response.headers.get('x-nextjs-cache') ?? '' };
}
