import { spawn } from 'node:child_process';

/** A step that takes longer than this says what it does; in milliseconds. */
const patience = 2000;

/** How often it says so where lines cannot be rewritten, in seconds. */
const secondsBetweenLines = 5;

/** What ends on request gets this long before it is killed, in milliseconds. */
const graceTime = 5000;

const onWindows = process.platform === 'win32';

/** Processes that run now, and end with this one. */
const running = new Set();

let ending = false;

/** Whether somebody asked for the end of it all. */
export function isEnding() {
  return ending;
}

/**
 * Starts a command without a terminal, in a process group of its own: npm and shells between us and a command do not
 * hand every signal on.
 */
export function start(command, args, env = {}, cwd = process.cwd()) {
  const child = spawn(command, args, {
    cwd,
    detached: !onWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Next warns of, or breaks on, a NODE_ENV that is not its own choice.
    env: { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Starts npm, the one that runs us where it does.
 *
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return [process.execPath, [cli, ...args]];
  return [onWindows ? 'npm.cmd' : 'npm', args];
}

/** A command of a package that is installed here; `file` is below node_modules. */
export function installed(file, ...args) {
  return [process.execPath, [`node_modules/${file}`, ...args]];
}

/**
 * Runs a command to its end, and says that it does once that takes a while.
 *
 * @param what the step in progress, “Building the site”
 * @param invocation command and arguments
 * @param env set besides the environment of this process
 * @param limit milliseconds after which it is ended and has failed
 * @param cwd the folder that it runs in
 * @returns whether it succeeded, what it printed, and how long it took
 */
export async function runStep(what, [command, args], { env, limit, cwd } = {}) {
  const started = performance.now();
  const progress = showProgress(what);
  const child = start(command, args, env, cwd);
  const chunks = [];
  const keep = (chunk) => {
    chunks.push(chunk);
    progress.note(String(chunk));
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const timer = limit && setTimeout(() => end(child, 'SIGKILL'), limit);
  const failure = await new Promise((resolve) => {
    child.once('error', (error) => resolve(`${command} cannot be started: ${error.message}`));
    child.once('close', (status, signal) =>
      resolve(status === 0 ? '' : `It ended with ${signal ?? `status ${status}`}.`),
    );
  });
  clearTimeout(timer);
  progress.stop();
  // A step that was called off has neither succeeded nor failed; this process ends as soon as all of them have.
  if (ending) await new Promise(() => {});
  const output = Buffer.concat(chunks).toString().trim();
  return { ok: failure === '', output: output || failure, seconds: secondsSince(started) };
}

/** Says every now and then that something is still being done, with the last line that it printed. */
export function showProgress(what) {
  const started = performance.now();
  let latest = '';
  let said = false;
  const say = () => {
    const seconds = Math.round(secondsSince(started));
    const line = `${what}… ${seconds} s${latest && `  ${latest}`}`;
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
    else if (!said || seconds % secondsBetweenLines === 0) console.log(line);
    said = true;
  };
  let ticks;
  const first = setTimeout(() => {
    say();
    ticks = setInterval(say, 1000);
  }, patience);
  return {
    note(text) {
      // Colours would run on into our own line.
      const lines = text.replace(/\x1b\[[\d;?]*[A-Za-z]/g, '').split(/[\r\n]+/);
      latest = lines.findLast((line) => line.trim() && !line.startsWith('npm '))?.trim() ?? latest;
    },
    stop() {
      clearTimeout(first);
      clearInterval(ticks);
      if (said && process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
    },
  };
}

export function secondsSince(started) {
  return (performance.now() - started) / 1000;
}

/**
 * Makes Ctrl+C and SIGTERM end every command that runs, then this process.
 *
 * @param statusOf the exit status then, from the shell's usual one for the signal
 */
export function endOnSignal(statusOf = (usual) => usual) {
  for (const [signal, usual] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
    process.on(signal, () => {
      if (ending) for (const child of running) end(child, 'SIGKILL');
      else void endAll().then(() => process.exit(statusOf(usual)));
      ending = true;
    });
  }
  // Nothing waits any more here; a server left behind would hold its port.
  process.on('exit', () => {
    for (const child of running) end(child, 'SIGKILL');
  });
}

/** Ends every command that runs, and waits until it has. */
export async function endAll() {
  const children = [...running];
  const ended = Promise.all(children.map((child) => new Promise((resolve) => child.once('close', resolve))));
  for (const child of children) end(child, 'SIGTERM');
  const timer = setTimeout(() => children.forEach((child) => end(child, 'SIGKILL')), graceTime);
  await ended;
  clearTimeout(timer);
}

function end(child, signal) {
  if (!child.pid) return;
  try {
    if (onWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
