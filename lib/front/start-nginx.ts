import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port';
import { listens } from '../listens';

/** An nginx of its own: whatever it writes is below its folder, which goes when it is stopped. */
export type Nginx = {
  /** Without a slash at its end. */
  address: string;
  folder: string;
  stop: () => Promise<void>;
};

/** Where nginx answers, and where it may write. */
export type Place = { port: number; folder: string };

/** How long it may take to start, in milliseconds. */
const patience = 10_000;

/**
 * Starts nginx for this machine alone, and waits until it listens.
 *
 * @param program the path of nginx
 * @param configure what stands within `http`
 * @throws Error with what nginx says, where it does not start
 */
export async function startNginx(program: string, configure: (place: Place) => string): Promise<Nginx> {
  const folder = mkdtempSync(path.join(tmpdir(), 'slugline-nginx-'));
  const port = await freePort();
  const configuration = path.join(folder, 'nginx.conf');
  writeFileSync(configuration, mainConfiguration(folder, configure({ port, folder })));
  const child = spawn(program, ['-p', folder, '-c', configuration], { stdio: ['ignore', 'ignore', 'pipe'] });
  await once(child, 'spawn');
  let complaints = '';
  child.stderr.on('data', (piece) => (complaints += String(piece)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // A process that ends without a chance to stop what it started takes nginx along.
  const end = () => child.kill();
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && child.exitCode === null) {
    if (await listens(port)) return { address: `http://127.0.0.1:${port}`, folder, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`nginx did not start.\n${complaints}`);
}

function mainConfiguration(folder: string, http: string): string {
  const isRoot = process.getuid?.() === 0;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    // Its workers would be somebody else, who may not read the folder.
    ...(isRoot ? [`user ${userInfo().username};`] : []),
    'daemon off;',
    'worker_processes auto;',
    `pid ${folder}/nginx.pid;`,
    `error_log ${folder}/error.log;`,
    'events { worker_connections 1024; }',
    'http {',
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    'access_log off;',
    'types { text/html html; }',
    http,
    '}',
    '',
  ].join('\n');
}
