import { cpSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { startAwsServices } from './aws-services';
import { filesBelow } from '../files-below';
import type { Host, HostOptions } from './host';
import { lambdaEvent } from './lambda-event';
import { endRunner, startRunner } from './start-runner';

type Output = { behaviors: { pattern: string; origin: string }[] };
type Result = { statusCode: number; headers?: Record<string, string>; body?: string; isBase64Encoded?: boolean };

/**
 * An OpenNext build on this machine: its files, and its server function in a process of its own, with what stands for S3,
 * DynamoDB and SQS.
 */
export async function startAws({ projectDir, workDir, siteUrl, env }: HostOptions): Promise<Host> {
  const openNextDir = path.join(projectDir, '.open-next');
  const output: Output = JSON.parse(readFileSync(path.join(openNextDir, 'open-next.output.json'), 'utf8'));
  const patterns = output.behaviors.filter(({ origin }) => origin === 's3').map(({ pattern }) => pattern);
  const folder = path.join(workDir, 'server-function');
  cpSync(path.join(openNextDir, 'server-functions', 'default'), folder, { recursive: true, verbatimSymlinks: true });
  const services = await startAwsServices(openNextDir);
  const { child } = await startRunner(workDir, 'lambda-runner.mjs', [folder], { ...services.env, ...env });

  const waiting = new Map<number, { resolve: (result: Result) => void; reject: (error: Error) => void }>();
  child.on('message', (message: { id: number; result?: Result; error?: string }) => {
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.result) resolve?.(message.result);
    else reject?.(new Error(message.error));
  });
  child.once('exit', () => waiting.forEach(({ reject }) => reject(new Error('The server function ended.'))));
  let asked = 0;

  return {
    functions: new Map([['server-functions/default', filesBelow(folder)]]),
    keptPages: keptPages(path.join(openNextDir, 'cache')),
    async ask(address) {
      const url = new URL(address, siteUrl);
      const file = path.join(openNextDir, 'assets', url.pathname);
      const isAsset = patterns.some((pattern) => isAt(pattern, url.pathname));
      if (isAsset && statSync(file, { throwIfNoEntry: false })?.isFile()) {
        return { status: 200, headers: new Headers(), body: readFileSync(file) };
      }
      const id = (asked += 1);
      const result = await new Promise<Result>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.send({ id, event: lambdaEvent(url, {}, new Date()) });
      });
      return {
        status: result.statusCode,
        headers: new Headers(result.headers),
        body: Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'),
      };
    },
    async end() {
      await endRunner(child);
      await services.end();
    },
  };
}

/** Whether a path is at a pattern of CloudFront's, `_next/*` or `sw.js`. */
function isAt(pattern: string, pathname: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  return rest.length === 0 ? pathname === `/${start}` : pathname.startsWith(`/${start}`);
}

/** What OpenNext puts into S3: an object for each page, with its HTML in it. */
function keptPages(folder: string): Map<string, string> {
  const pages = new Map<string, string>();
  for (const [name, file] of filesBelow(folder)) {
    const { html }: { html?: string } = JSON.parse(readFileSync(file, 'utf8'));
    if (html !== undefined) pages.set(name, html);
  }
  return pages;
}
