import { readFileSync } from 'node:fs';
import { startNginx, type Nginx, type Place } from './start-nginx';

/** What operators include, and set some values of. */
const configuration = 'docs/nginx/slugline.conf';

/**
 * Starts nginx before the instances of a running site, as an operator would: with the configuration of this project and values of its own.
 *
 * @param program the path of nginx
 * @param sites the addresses of the application
 * @throws Error with what nginx says, where it does not start
 */
export function startFront(program: string, ...sites: string[]): Promise<Nginx> {
  const text = readFileSync(configuration, 'utf8');
  return startNginx(program, (place) => settled(text, sites, place));
}

function settled(text: string, sites: string[], { port, folder }: Place): string {
  const instance = '    server 127.0.0.1:3000 max_conns=400;\n';
  const values = {
    [instance]: sites.map((site) => instance.replace('3000', new URL(site).port)).join(''),
    '    listen 80;\n    listen [::]:80;\n    server_name news.example.org;\n': `    listen 127.0.0.1:${port};\n    server_name news.example.org;\n`,
    '/var/cache/slugline-pages': `${folder}/pages`,
    '/var/cache/slugline-files': `${folder}/files`,
  };
  let configured = text;
  for (const [value, own] of Object.entries(values)) {
    if (!configured.includes(value)) throw new Error(`${configuration} does not say “${value}” any more.`);
    configured = configured.replace(value, own);
  }
  return configured;
}
