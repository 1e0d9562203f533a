import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The typefaces that social images are set in, one for each script, as their packages have them: in parts. */
const packages = [
  '@fontsource-variable/besley',
  '@fontsource-variable/source-serif-4',
  '@fontsource-variable/noto-naskh-arabic',
  '@fontsource-variable/noto-sans-jp',
  '@fontsource-variable/noto-sans-kr',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/noto-sans-tc',
];

const resolve = createRequire(import.meta.url).resolve;

/**
 * Only these fonts, wherever the site runs: what a system has would make the same story look another way there. The folder
 * of the cache is named from where the site runs: fontconfig knows no other.
 */
const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">unpacked</dir>
  <cachedir>.slugline/fonts/cards/cache</cachedir>
</fontconfig>
`;

/**
 * Writes the fonts of social images to `.slugline/fonts/cards`, as files that the renderer can read (it knows no WOFF2),
 * with the configuration that names them. Takes about a second; what is there already is left as it is.
 */
export async function unpackCardFonts() {
  const folder = path.join(process.cwd(), '.slugline', 'fonts', 'cards');
  const versions = packages.map(
    (name) => `${name}@${JSON.parse(readFileSync(resolve(`${name}/package.json`), 'utf8')).version}`,
  );
  const origin = path.join(folder, 'origin');
  const wanted = [...versions, configuration].join('\n');
  if (existsSync(origin) && readFileSync(origin, 'utf8') === wanted) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'unpacked'), { recursive: true });
  const { default: fontverter } = await import('fontverter');
  for (const name of packages) {
    const files = path.join(path.dirname(resolve(`${name}/package.json`)), 'files');
    for (const file of readdirSync(files).filter((file) => file.endsWith('-wght-normal.woff2'))) {
      const font = await fontverter.convert(readFileSync(path.join(files, file)), 'sfnt');
      writeFileSync(path.join(folder, 'unpacked', file.replace(/woff2$/, 'ttf')), font);
    }
  }
  writeFileSync(path.join(folder, 'fonts.conf'), configuration);
  writeFileSync(origin, wanted);
}
