import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { serverMemory, serverMemoryEnv } from '../cli/server-memory.mjs';
import { findNginx } from '../front/find-nginx.mjs';
import { startNginx } from '../front/start-nginx';
import { readSettings } from '../settings';

/*
 * Dockerfile and compose.yaml say what the repository says. No image is built here.
 */
type Service = {
  environment?: Record<string, string>;
  command?: string[];
  build?: { target: string };
  volumes?: string[];
  depends_on?: Record<string, unknown>;
};
const { services }: { services: Record<string, Service> } = parse(readFileSync('compose.yaml', 'utf8'), {
  merge: true,
});
const dockerfile = readFileSync('Dockerfile', 'utf8').replaceAll('\\\n', ' ');
const { scripts, engines }: { scripts: Record<string, string>; engines: { node: string } } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const sites = Object.keys(services).filter((name) => name.startsWith('site-'));

it('two sites stand behind nginx, and each service that another one names is there', () => {
  expect(sites).toHaveLength(2);
  const named = Object.values(services).flatMap((service) => Object.keys(service.depends_on ?? {}));
  expect(Object.keys(services)).toEqual(expect.arrayContaining(named));
});

it('the settings of a site are such as the software reads, and right', () => {
  const read = new Set<string>();
  const environment = services[sites[0] ?? '']?.environment ?? {};
  const env: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(environment)) {
    Object.defineProperty(env, name, { get: () => (read.add(name), filledIn(value)) });
  }
  expect(readSettings(env).editionAddress).toBe('postgres://slugline:word@postgres/slugline');
  const names = Object.keys(environment);
  expect([...read].toSorted()).toEqual(names.toSorted());
  const readme = readFileSync('README.md', 'utf8');
  expect(names.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
});

it('content is published to the database that the sites read', () => {
  const [site, edition] = [services[sites[0] ?? ''], services.edition].map(
    (service) => service?.environment?.EDITION_URL,
  );
  expect(filledIn(edition ?? '')).toBe(filledIn(site ?? ''));
});

it('the image is made by commands and of stages that there are', () => {
  const commands = [...dockerfile.matchAll(/npm run (?:--silent )?([a-z]+)|"run", "--silent", "([a-z]+)"/g)];
  expect(commands.map(([, run, listed]) => run ?? listed)).toEqual(['edition', 'standalone']);
  for (const [, run, listed] of commands) expect(scripts).toHaveProperty(run ?? listed ?? '');
  const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\w+)$/gm)].map(([, name]) => name);
  for (const { build } of Object.values(services)) if (build) expect(stages).toContain(build.target);
  const [, major] = /^FROM node:(\d+)-slim/m.exec(dockerfile) ?? [];
  expect(Number(major)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
});

it('a server in a container has the memory that it has elsewhere', () => {
  expect(dockerfile).toContain(` NODE_OPTIONS=${serverMemory} `);
  for (const [name, value] of Object.entries(serverMemoryEnv)) expect(dockerfile).toContain(` ${name}=${value} `);
});

it('no secret is among what an image is made of', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.env*', '.git/config', 'node_modules', '.slugline']));
  expect(dockerfile).not.toMatch(/SECRET|PASSWORD|EDITION_URL/);
});

it.skipIf(!findNginx())(
  'nginx starts with the configuration that its service makes (skipped without nginx)',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'slugline-compose-'));
    const made = path.join(folder, 'default.conf');
    const [, , script = ''] = services.nginx?.command ?? [];
    const mounted = (services.nginx?.volumes ?? []).map((volume) => volume.split(':'));
    const source = mounted.find(([, target]) => target === '/slugline.conf')?.[0] ?? '';
    expect(existsSync(source)).toBe(true);
    const [make = ''] = script.split('exec nginx');
    const here = make.replace('/slugline.conf', source).replace('/etc/nginx/conf.d/default.conf', made);
    try {
      execFileSync('sh', ['-c', here]);
      const text = readFileSync(made, 'utf8');
      for (const site of sites) expect(text).toContain(`server ${site}:3000 resolve max_conns=200;`);
      const nginx = await startNginx(findNginx() ?? '', (place) => onThisMachine(text, place));
      await nginx.stop();
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

it.skipIf(!hasCompose())('Compose reads the file (skipped without docker compose)', () => {
  const env = { ...process.env, POSTGRES_PASSWORD: 'word' };
  const { status, stderr } = spawnSync('docker', ['compose', 'config', '--quiet'], { env, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});

function hasCompose(): boolean {
  return spawnSync('docker', ['compose', 'version']).status === 0;
}

/** What Compose makes of ${NAME:-default} and ${NAME:?message}. */
function filledIn(value: string): string {
  return value
    .replaceAll(/\$\{\w+:\?[^}]*\}|\$\{POSTGRES_PASSWORD:-\}/g, 'word')
    .replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');
}

/** Without the names of containers and what nginx can do only since 1.27.3, and in a folder of its own. */
function onThisMachine(text: string, { port, folder }: { port: number; folder: string }): string {
  return text
    .replaceAll(/site-\d:3000 resolve/g, '127.0.0.1:3000')
    .replace('    listen 80;\n    listen [::]:80;\n', `    listen 127.0.0.1:${port};\n`)
    .replaceAll('/var/cache/', `${folder}/`);
}
