import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Nobody's number on Linux and macOS: root may write everywhere. */
const nobody = 65_534;

/** What a runner says first: whether it could write, and where it listens, if it does. */
type Greeting = { written: boolean; port?: number };

/** In milliseconds. */
const startTime = 60_000;

const runners = ['vercel-runner.mjs', 'lambda-runner.mjs', 'try-to-write.mjs'];

/**
 * Starts a function in a process that may write nowhere in its folder.
 *
 * @param workDir for copies of our own scripts, which the other user can read
 * @param runner one of the scripts beside this file
 * @param args the function's folder, and what else the runner takes
 * @param env all that the function sees of the environment
 * @returns the process, and what it said first
 * @throws Error when it ends before that, or can write
 */
export async function startRunner(
  workDir: string,
  runner: string,
  [folder, ...args]: [string, ...string[]],
  env: Record<string, string>,
): Promise<{ child: ChildProcess; first: Greeting }> {
  const scripts = path.join(workDir, 'runners');
  mkdirSync(scripts, { recursive: true });
  for (const name of runners) copyFileSync(fileURLToPath(new URL(name, import.meta.url)), path.join(scripts, name));
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) forbidWriting(folder);
  const child = fork(path.join(scripts, runner), [folder, ...args], {
    cwd: workDir,
    env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', ...env },
    execArgv: [],
    serialization: 'json',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  const first = await new Promise<Greeting>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The function in ${folder} did not start.`)), startTime);
    child.once('message', (message: Greeting) => resolve(message));
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The function in ${folder} ended while it started.`)));
    for (const event of ['message', 'error', 'exit']) child.once(event, () => clearTimeout(timer));
  });
  if (first.written) {
    child.disconnect();
    throw new Error(
      `The function could write into ${folder}, so it was not seen that it need not. Run this as another user.`,
    );
  }
  return { child, first };
}

/** Ends a process that `startRunner` started. */
export async function endRunner(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.disconnect();
  await ended;
}

/** Gives back what `startRunner` took, so that a folder can be removed. */
export function allowWriting(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) allowWriting(path.join(folder, entry.name));
  }
}

/** Takes the right to write from a folder and all in it. */
function forbidWriting(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink())
      chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
  }
  chmodSync(folder, 0o555);
}
