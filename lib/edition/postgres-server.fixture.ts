import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { freePort } from '../free-port';
import { findPostgres } from './find-postgres.mjs';

const run = promisify(execFile);

/** How long it may take to start, in milliseconds. */
const patience = 20_000;

/** Postgres does not run as root. */
const isRoot = process.getuid?.() === 0;

/** A Postgres of its own, for this machine alone; all that it holds goes when it is stopped. */
export type PostgresServer = {
  address: string;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
  restart: () => Promise<void>;
};

/** @param bin the folder of initdb and postgres */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'slugline-postgres-'));
  if (isRoot) await run('chown', ['postgres', folder]);
  const data = path.join(folder, 'data');
  const port = await freePort();
  const address = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await run(
    ...asPostgres(
      path.join(bin, 'initdb'),
      '-D',
      data,
      '-A',
      'trust',
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ),
  );
  const start = async () => {
    const settings = ['-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'];
    const [command, args] = asPostgres(path.join(bin, 'postgres'), '-D', data, ...settings);
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece) => (said += String(piece)));
    // A process that ends without a chance to stop what it started takes the server along.
    const end = () => child.kill('SIGINT');
    process.once('exit', end);
    for (const deadline = Date.now() + patience; !(await answers(address)); await sleep(100)) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`Postgres did not start. ${said.trim()}`);
    }
    return async (signal: NodeJS.Signals) => {
      process.off('exit', end);
      const ended = once(child, 'close');
      child.kill(signal);
      await ended;
    };
  };
  let stopWith = await start();
  return {
    address,
    kill: () => stopWith('SIGQUIT'),
    restart: async () => {
      stopWith = await start();
    },
    stop: async () => {
      await stopWith('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function asPostgres(command: string, ...args: string[]): [string, string[]] {
  return isRoot
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]]
    : [command, args];
}

async function answers(address: string): Promise<boolean> {
  const client = new Client({ connectionString: address });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

declare module 'vitest' {
  // The types of what tests are given are collected in an interface.
  export interface ProvidedContext {
    postgres: string | undefined;
  }
}

/** Vitest's global set-up for the tests that hold for both databases. */
export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const bin = findPostgres();
  if (!bin) throw new Error('There is no Postgres of version 15 or newer on this machine.');
  const server = await startPostgres(bin);
  provide('postgres', server.address);
  return server.stop;
}
