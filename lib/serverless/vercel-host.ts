import type { ChildProcess } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../files-below';
import type { FunctionFiles } from './function-size';
import type { Answer, Host, HostOptions } from './host';
import { endRunner, startRunner } from './start-runner';
import { filesOfFunction, handlerOf, listFunctions, unpackFunction } from './vercel-output';
import { routeRequest, type VercelRoute } from './vercel-routes';

type Running = { child: ChildProcess; port: number };
type OutputConfig = { routes: VercelRoute[]; overrides?: Record<string, { path?: string; contentType?: string }> };

/**
 * A Vercel build on this machine: its routes, its files, and each function that is asked for in a process of its own. A
 * page that Vercel would have kept since the build is made by its function here, as it is after 15 seconds there.
 */
export function startVercel({ projectDir, workDir, siteUrl, env }: HostOptions): Host {
  const outputDir = path.join(projectDir, '.vercel', 'output');
  const config: OutputConfig = JSON.parse(readFileSync(path.join(outputDir, 'config.json'), 'utf8'));
  const functions = listFunctions(outputDir);
  const running = new Map<string, Promise<Running>>();

  const functionAt = (name: string) => functions.get(name === '/' ? '/index' : name);
  const fileAt = (name: string) => {
    const [overridden] = Object.entries(config.overrides ?? {}).find(([, to]) => `/${to.path}` === name) ?? [];
    const file = path.join(outputDir, 'static', overridden ?? name);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
  };

  const start = async (source: string): Promise<Running> => {
    const folder = path.join(workDir, String(running.size));
    unpackFunction(source, projectDir, folder);
    const { child, first } = await startRunner(workDir, 'vercel-runner.mjs', [folder, handlerOf(source)], env);
    return { child, port: Number(first.port) };
  };

  const pages = [...filesBelow(outputDir)].filter(([name]) => name.endsWith('.html'));
  return {
    functions: new Map(
      [...functions].map(([name, source]): [string, FunctionFiles] => [name, filesOfFunction(source, projectDir)]),
    ),
    keptPages: new Map(pages.map(([name, file]) => [name, readFileSync(file, 'utf8')])),
    async ask(address) {
      const url = new URL(address, siteUrl);
      const { output, query, status, headers } = routeRequest(
        config.routes,
        (name) => functionAt(name) !== undefined || fileAt(name) !== undefined,
        url,
      );
      if (output === undefined) return { status: status ?? 404, headers: new Headers(headers), body: Buffer.alloc(0) };
      const file = fileAt(output);
      if (file) return { status: status ?? 200, headers: new Headers(headers), body: readFileSync(file) };
      const served = functionAt(output);
      if (!served) throw new Error(`Nothing lies at ${output}, to which the routes lead.`);
      const process = running.get(served) ?? start(served);
      running.set(served, process);
      const asked = `${url.pathname}${query.size > 0 ? `?${query}` : ''}`;
      const answer = await fetchFrom((await process).port, asked, url.host, output);
      for (const [name, value] of Object.entries(headers))
        if (!answer.headers.has(name)) answer.headers.set(name, value);
      return answer;
    },
    async end() {
      for (const started of await Promise.allSettled(running.values())) {
        if (started.status === 'fulfilled') await endRunner(started.value.child);
      }
    },
  };
}

/** @param output the function's path, which Vercel tells it */
async function fetchFrom(port: number, asked: string, host: string, output: string): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${asked}`, {
    redirect: 'manual',
    headers: { 'x-forwarded-host': host, 'x-forwarded-proto': 'https', 'x-matched-path': output },
  });
  return {
    status: response.status,
    headers: new Headers(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}
