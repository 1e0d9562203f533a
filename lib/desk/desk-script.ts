import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/** The one request of Keystatic's pages for another host: a typeface, without which they have the system's. */
const typeface = /"https:\/\/fonts\.googleapis\.com\/[^"]*"/;

const withoutTypeface: Plugin = {
  name: 'without-typeface',
  setup({ onLoad }) {
    onLoad({ filter: /keystatic-core-ui\.js$/ }, async ({ path: file }) => {
      const code = await readFile(file, 'utf8');
      if (!typeface.test(code))
        throw new Error(`${file} loads its typeface in another way: see lib/desk/desk-script.ts.`);
      return { contents: code.replace(typeface, '"data:text/css,"'), loader: 'js' };
    });
  },
};

/**
 * The desk's pages as one script for browsers.
 *
 * @param projectDir absolute
 */
export async function buildDeskScript(projectDir: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(projectDir, 'components', 'desk', 'desk.tsx')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutTypeface],
    logLevel: 'error',
    logOverride: { 'ignored-bare-import': 'silent' },
  });
  const [script] = outputFiles;
  if (!script) throw new Error('The desk was built, and nothing came of it.');
  return script.text;
}
