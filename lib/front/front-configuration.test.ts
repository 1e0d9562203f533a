import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const configuration = readFileSync('docs/nginx/slugline.conf', 'utf8');

it('leaves the query to every address of the site that reads it', () => {
  const locations = [...configuration.matchAll(/location (=|\^~) (\S+) \{([^}]*)\}/g)];
  const leavesQuery = (address: string) =>
    locations.some(([, sort, path = '', body = '']) => {
      return (sort === '=' ? address === path : address.startsWith(path)) && !body.includes('set $args');
    });
  const readers = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])(page|route)\.tsx?$/.test(file))
    .filter((file) => /searchParams|nextUrl|request\.url/.test(readFileSync(path.join('app', file), 'utf8')))
    .map((file) => `/${path.dirname(file).split(path.sep).join('/')}`);
  expect(readers).toContain('/search');
  expect(readers.filter((address) => !leavesQuery(address))).toEqual([]);
});
