import { readFileSync } from 'node:fs';
import { startNginx, type Nginx, type Place } from './start-nginx';

/** What operators include, and set three values of. */
const configuration = 'docs/nginx/slugline.conf';

/**
 * Starts nginx before a running site, as an operator would: with the configuration of this project and values of its own.
 *
 * @param program the path of nginx
 * @param site the address of the application
 * @throws Error with what nginx says, where it does not start
 */
export function startFront(program: string, site: string): Promise<Nginx> {
  const text = readFileSync(configuration, 'utf8');
  return startNginx(program, (place) => settled(text, site, place));
}

function settled(text: string, site: string, { port, folder }: Place): string {
  const values = {
    'server 127.0.0.1:3000 ': `server 127.0.0.1:${new URL(site).port} `,
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
