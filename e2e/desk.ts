import { spawn } from 'node:child_process';
import { freePort } from '../lib/free-port';

/** `npm run desk` for a newsroom. */
export type RunningDesk = { address: string; stop: () => Promise<void> };

/** In milliseconds; it bundles its pages and checks the paper first. */
const patience = 60_000;

/** @param env the settings of the newsroom */
export async function startDesk(env: Record<string, string>): Promise<RunningDesk> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/desk.ts'], {
    env: { ...process.env, ...env, DESK_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that takes too long is ended without a chance to stop what it started.
  process.once('exit', () => child.kill());
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
  };
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (printed += String(piece)));
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && child.exitCode === null) {
    if (printed.includes('The desk is at ')) return { address: `http://localhost:${port}`, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`npm run desk did not start.\n${printed}`);
}
