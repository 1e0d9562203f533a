import { describe, expect, it } from 'vitest';
import { routeRequest, type VercelRoute } from './vercel-routes';

/** As Next's build for Vercel writes them, in short. */
const routes: VercelRoute[] = [
  { src: '^/(.+)/$', headers: { Location: '/$1' }, status: 308, continue: true },
  { src: '^/.*$', headers: { 'X-Paper': 'yes' }, continue: true },
  {
    src: '^/$',
    dest: '/post-number/$number',
    has: [{ type: 'query', key: 'p', value: '(?<number>\\d+)' }],
    continue: true,
  },
  { src: '^/$', dest: '/index.rsc', has: [{ type: 'header', key: 'rsc', value: '1' }], continue: true },
  { handle: 'filesystem' },
  { src: '^/(\\d+)/([a-z]+)\\.md$', dest: '/markdown/$1/$2' },
  { handle: 'miss' },
  { src: '/_next/static/.+', dest: '/_next/static/not-found.txt', status: 404 },
  { handle: 'rewrite' },
  { src: '^/post-number/(?<nxtPnumber>[^/]+)$', dest: '/post-number/[number]?nxtPnumber=$nxtPnumber' },
  { src: '^/markdown/(?<nxtPyear>[^/]+)/(?<nxtPslug>[^/]+)$', dest: '/markdown/[year]/[slug]?nxtPslug=$nxtPslug' },
  { src: '^/(?<nxtPpath>.+?)$', dest: '/[...path]?nxtPpath=$nxtPpath' },
  { handle: 'hit' },
  { src: '/_next/static/chunks/.+', headers: { 'cache-control': 'immutable' }, continue: true },
];
const outputs = new Set([
  '/',
  '/about',
  '/_next/static/chunks/a.css',
  '/_next/static/not-found.txt',
  '/post-number/[number]',
  '/markdown/[year]/[slug]',
  '/[...path]',
]);

function route(address: string, headers?: Record<string, string>) {
  return routeRequest(routes, (path) => outputs.has(path), new URL(address, 'https://news.example.org'), headers);
}

describe('routeRequest', () => {
  it('answers itself where a route leads elsewhere', () => {
    const { output, status, headers } = route('/about/');
    expect([output, status, headers.location]).toEqual([undefined, 308, '/about']);
  });

  it('finds what lies at the very address, with the headers of every route that matched', () => {
    expect(route('/about')).toMatchObject({ output: '/about', status: undefined, headers: { 'x-paper': 'yes' } });
  });

  it('sets headers of what was hit', () => {
    expect(route('/_next/static/chunks/a.css').headers['cache-control']).toBe('immutable');
    expect(route('/about').headers['cache-control']).toBeUndefined();
  });

  it('reads what a condition names out of the query', () => {
    const { output, query } = route('/?p=12');
    expect([output, query.get('nxtPnumber'), query.get('p')]).toEqual(['/post-number/[number]', '12', '12']);
  });

  it('leaves alone what a condition is not met for', () => {
    expect(route('/?p=twelve').output).toBe('/');
    expect(route('/', { rsc: '0' }).output).toBe('/');
  });

  it('goes on from a rewrite to the function that it leads to', () => {
    expect(route('/2026/story.md').output).toBe('/markdown/[year]/[slug]');
  });

  it('gives everything else to the last route', () => {
    const { output, query } = route('/made/up');
    expect([output, query.get('nxtPpath')]).toEqual(['/[...path]', 'made/up']);
  });

  it('answers 404 for a file of the build that is not there', () => {
    expect(route('/_next/static/gone.js')).toMatchObject({ output: '/_next/static/not-found.txt', status: 404 });
  });
});
