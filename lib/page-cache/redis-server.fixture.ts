import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port';
import { listens } from '../listens';

/** How long it may take to start, in milliseconds. */
const patience = 10_000;

/** A Redis of its own, for this machine alone, which keeps nothing on disk. */
export type RedisServer = {
  address: string;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  /** It answers nobody, and holds its connections. */
  freeze: () => void;
  thaw: () => void;
};

/**
 * @param program the path of redis-server
 * @param memory that it may use, as Redis writes it
 */
export async function startRedis(program: string, memory = '64mb'): Promise<RedisServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'slugline-redis-'));
  const port = await freePort();
  let child: ChildProcess;
  const end = () => child.kill('SIGKILL');
  // A process that ends without a chance to stop what it started takes the server along.
  process.once('exit', end);
  const start = async () => {
    const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
    const limit = ['--maxmemory', memory, '--maxmemory-policy', 'allkeys-lru'];
    child = spawn(program, [...own, ...limit], { stdio: 'ignore' });
    for (const deadline = Date.now() + patience; !(await listens(port)); await sleep(50)) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error('Redis did not start.');
    }
  };
  const kill = async () => {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    address: `redis://127.0.0.1:${port}`,
    kill,
    restart: start,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    stop: async () => {
      process.off('exit', end);
      if (child.exitCode === null && child.signalCode === null) await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
