import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../lib/free-port';
import { answers } from './server';

/** What `npm run standalone` made; undefined where it made nothing. */
export const standaloneBuild = existsSync('.next/standalone/next-server.js') ? '.next/standalone' : undefined;

const patience = 30_000;

/** The system's least user, for whom nothing here may be written; who runs the tests as root could write anything. */
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/** A folder that somebody moved elsewhere, and in which nobody may write. */
export function moveReadOnly(build: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'slugline-standalone-'));
  cpSync(build, folder, { recursive: true });
  execFileSync('chmod', ['-R', 'a+rX,a-w', folder]);
  return folder;
}

export function removeReadOnly(folder: string) {
  execFileSync('chmod', ['-R', 'u+w', folder]);
  execFileSync('rm', ['-r', folder]);
}

export type StandaloneSite = {
  address: string;
  /** What it has written. */
  said: () => string;
  signal: (name: NodeJS.Signals) => void;
  /** Its exit status. */
  ended: Promise<number | null>;
};

/** Starts `node server.js` there, and waits until it answers or ends. */
export async function startStandalone(folder: string, env: Record<string, string> = {}): Promise<StandaloneSite> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const [command = '', ...args] = [...(process.getuid?.() === 0 ? nobody : []), process.execPath, 'server.js'];
  const settings = { PORT: String(port), SITE_URL: address, NEXT_TELEMETRY_DISABLED: '1', HOSTNAME: '', ...env };
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...settings } });
  process.once('exit', () => child.kill());
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += String(piece)));
  const ended = once(child, 'close').then(([status]) => (typeof status === 'number' ? status : null));
  const site = { address, said: () => text, signal: (name: NodeJS.Signals) => void child.kill(name), ended };
  for (const deadline = Date.now() + patience; Date.now() < deadline && child.exitCode === null; await sleep(100)) {
    if (await answers(address)) break;
  }
  return site;
}
