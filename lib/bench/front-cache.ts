import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { findNginx } from '../front/find-nginx.mjs';
import { startFront } from '../front/start-front';
import { startNginx, type Place } from '../front/start-nginx';
import { percentile } from './figures';

const run = promisify(execFile);

/** Connections that ask again as soon as they are answered. */
const connections = 32;

export type FrontMeasurement = {
  /** Requests a second, medians of all rounds. */
  staticPerSecond: number;
  frontPerSecond: number;
  /** The front's share of what it would be from a file; the median of the rounds' own. */
  ratio: number;
  /** One after the other, as they were measured. */
  rounds: { staticPerSecond: number; frontPerSecond: number }[];
};

export type FrontOptions = {
  /** Whether readers take gzip; the file then lies beside its compressed form. */
  isCompressed?: boolean;
  rounds?: number;
  /** How long each of both is asked in a round, in seconds. */
  seconds?: number;
};

/**
 * How quickly the front serves a page that it keeps, and nginx the same bytes from a file, in turns. Program and server
 * share the processor, so both are slower than they would be for readers elsewhere.
 *
 * @param site the address of a running application, without a slash at its end
 * @param page its path
 * @returns the measurement, or why there is none on this machine
 */
export async function measureFrontCache(
  site: string,
  page: string,
  { isCompressed = false, rounds: count = 5, seconds = 3 }: FrontOptions = {},
): Promise<FrontMeasurement | { reason: string }> {
  const nginx = findNginx();
  if (!nginx) return { reason: 'There is no nginx on this machine.' };
  if (!(await hasWrk())) return { reason: 'There is no wrk on this machine.' };

  const headers: Record<string, string> = isCompressed ? { 'Accept-Encoding': 'gzip' } : {};
  const front = await startFront(nginx, site);
  try {
    const bytes = await fetchBytes(front.address + page, headers);
    const files = await startNginx(nginx, (place) => fileServer(place, bytes, isCompressed));
    try {
      const rounds: FrontMeasurement['rounds'] = [];
      for (let round = 0; round < count; round += 1) {
        const staticPerSecond = await askFor(`${files.address}/page.html`, headers, seconds);
        rounds.push({ staticPerSecond, frontPerSecond: await askFor(front.address + page, headers, seconds) });
      }
      return {
        staticPerSecond: percentile(
          rounds.map((round) => round.staticPerSecond),
          0.5,
        ),
        frontPerSecond: percentile(
          rounds.map((round) => round.frontPerSecond),
          0.5,
        ),
        ratio: percentile(
          rounds.map((round) => round.frontPerSecond / round.staticPerSecond),
          0.5,
        ),
        rounds,
      };
    } finally {
      await files.stop();
    }
  } finally {
    await front.stop();
  }
}

/** The bytes in a file, served with all that makes nginx quick. */
function fileServer({ port, folder }: Place, bytes: Buffer, isCompressed: boolean): string {
  // nginx asks for the file itself only where a client does not take its compressed form.
  writeFileSync(path.join(folder, 'page.html'), bytes);
  if (isCompressed) writeFileSync(path.join(folder, 'page.html.gz'), bytes);
  return [
    'server {',
    `listen 127.0.0.1:${port};`,
    `root ${folder};`,
    'sendfile on;',
    'tcp_nopush on;',
    'open_file_cache max=2000 inactive=60s;',
    `gzip_static ${isCompressed ? 'on' : 'off'};`,
    '}',
  ].join('\n');
}

async function askFor(address: string, headers: Record<string, string>, seconds: number): Promise<number> {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await run('wrk', ['-t2', `-c${connections}`, `-d${seconds}s`, ...given, address]);
  const [, perSecond] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
  if (perSecond === undefined || /Non-2xx|connect [1-9]|read [1-9]/.test(stdout))
    throw new Error(`wrk says:\n${stdout}`);
  return Number(perSecond);
}

/** As they come over the wire: fetch would uncompress them. */
function fetchBytes(address: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(pieces));
        else reject(new Error(`${address} answers ${response.statusCode}.`));
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}

async function hasWrk(): Promise<boolean> {
  try {
    await run('wrk', ['--version']);
    return true;
  } catch (error) {
    // It ends with status 1 after it said its version.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
