import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';

/** What a command took. */
export type ProcessUsage = {
  /** From its start until its process had ended. */
  seconds: number;
  /**
   * In bytes: the most that the process and all below it held in memory together. What several of them share counts
   * for each. Undefined where the system has no /proc to read it from.
   */
  peakMemory: number | undefined;
  /** As a shell tells it: 128 and the signal's number when a signal ended it. */
  status: number;
  /** What it printed, errors included. */
  output: string;
};

/** Between two looks at the memory, in milliseconds. */
const samplingInterval = 50;

/**
 * Runs a command to its end, and measures it.
 *
 * @param env set besides the environment of this process
 * @throws Error when the command cannot be started; one that fails only has its status
 */
export function processUsage(
  command: string,
  args: string[],
  { cwd, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<ProcessUsage> {
  const started = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const memory = new TreeMemory(child.pid);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  let seconds = 0;
  return new Promise<ProcessUsage>((resolve, reject) => {
    const timer = setInterval(() => {
      try {
        memory.sample();
      } catch (error) {
        // Its figures would be wrong without a word.
        clearInterval(timer);
        child.kill();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    }, samplingInterval);
    child.once('error', (error) => {
      clearInterval(timer);
      reject(new Error(`${command} cannot be started: ${error.message}`));
    });
    // What it left running may keep its output open for longer; that is not its time.
    child.once('exit', () => {
      seconds = (performance.now() - started) / 1000;
      clearInterval(timer);
    });
    child.once('close', (code, signal) => {
      const status = signal ? 128 + constants.signals[signal] : (code ?? 1);
      resolve({ seconds, peakMemory: memory.peak, status, output: Buffer.concat(chunks).toString() });
    });
  });
}

/** The memory of a process and of those that it started, by Linux's /proc. */
class TreeMemory {
  #known: Set<number>;
  #peak = 0;

  constructor(pid: number | undefined) {
    this.#known = new Set(pid === undefined || !existsSync('/proc/self/status') ? [] : [pid]);
  }

  get peak(): number | undefined {
    return this.#peak || undefined;
  }

  sample(): void {
    let sum = 0;
    // A set's loop comes to what is added meanwhile. It keeps whom it knows: a process whose parent has ended is
    // nobody's child here any more.
    for (const pid of this.#known) {
      const status = readIfThere(`/proc/${pid}/status`);
      sum += bytesOf('VmRSS', status);
      // Between two looks one process alone may have held more than all of them do now.
      this.#peak = Math.max(this.#peak, bytesOf('VmHWM', status));
      if (status === '') this.#known.delete(pid);
      else for (const child of childrenOf(pid)) this.#known.add(child);
    }
    this.#peak = Math.max(this.#peak, sum);
  }
}

function childrenOf(pid: number): number[] {
  const threads = ifThere(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  const texts = threads.map((thread) => readIfThere(`/proc/${pid}/task/${thread}/children`));
  return texts.flatMap((text) => text.split(' ').filter(Boolean).map(Number));
}

/** Of a line such as “VmRSS:	  1234 kB”; 0 for a process that has ended and not been waited for. */
function bytesOf(field: string, status: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
}

function readIfThere(file: string): string {
  return ifThere(() => readFileSync(file, 'utf8')) ?? '';
}

/** Processes end between two lines of ours; then there is nothing to read. */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return;
    throw error;
  }
}
