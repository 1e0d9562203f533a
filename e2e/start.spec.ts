import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { whyNotListen } from '../lib/cli/port.mjs';
import { freePort } from '../lib/free-port';
import { fetchPage } from './fetched-page';

/** A terminal's Ctrl+C goes to all that runs in it; whoever supervises a service ends what it started. */
const ends = {
  'Ctrl+C': (pid: number) => process.kill(-pid, 'SIGINT'),
  SIGTERM: (pid: number) => process.kill(pid, 'SIGTERM'),
};

for (const [name, end] of Object.entries(ends)) {
  test(`npm start serves at the port that it is given, until ${name} ends it, and leaves nothing behind`, async () => {
    const port = await freePort();
    const npm = spawn('npm', ['start', '--', '-p', String(port)], { stdio: 'ignore', detached: true });
    const ended = new Promise<void>((resolve) => npm.once('exit', () => resolve()));
    const answer = () =>
      fetchPage(`http://localhost:${port}/about`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(answer, { timeout: 30_000 }).toBe(200);
    end(npm.pid ?? 0);
    await ended;
    // Not by asking: a connection that was left open is answered to its end.
    await expect.poll(() => whyNotListen(port, 'start'), { timeout: 10_000 }).toBeUndefined();
  });
}
