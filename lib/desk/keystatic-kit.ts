import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the desk's configuration is built from. */
export type KeystaticKit = Pick<typeof import('@keystatic/core'), 'fields'> &
  Pick<typeof import('@keystatic/core/content-components'), 'wrapper' | 'block'>;

/**
 * Keystatic as browsers have it: what Node would import by its name has no editor, so it can neither read a body nor
 * write one.
 */
export async function loadKeystaticKit(): Promise<KeystaticKit> {
  const dist = path.join(path.dirname(createRequire(import.meta.url).resolve('@keystatic/core/package.json')), 'dist');
  const load = (file: string) => import(pathToFileURL(path.join(dist, file)).href);
  const core: typeof import('@keystatic/core') = await load('keystatic-core.js');
  const components: typeof import('@keystatic/core/content-components') = await load(
    'keystatic-core-content-components.js',
  );
  return { ...core, ...components };
}
