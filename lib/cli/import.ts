import './load-env.mjs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ImportFolder } from '../import/import-folder';
import { ImportReport } from '../import/import-report';
import { importMarkdown } from '../import/markdown/import-markdown';
import { importWordpress } from '../import/wordpress/import-wordpress';
import { readNewsroom } from '../newsroom';
import { readSettings } from '../settings';

/**
 * `npm run import`: makes stories of another system's, in the folder of the newsroom.
 *
 *   wordpress export.xml …   exports of a WordPress site
 *   markdown folder          Markdown files with front matter, as Hugo, Jekyll, Astro and Ghost's export have them
 *   --uploads folder         a copy of wp-content/uploads, or of the folder that pictures are in
 */
const usage =
  'Type npm run import -- wordpress export.xml, or npm run import -- markdown folder; --uploads folder names a copy of the pictures.';

try {
  const { values, positionals } = parseArgs({ options: { uploads: { type: 'string' } }, allowPositionals: true });
  const [source, ...files] = positionals;
  if ((source !== 'wordpress' && source !== 'markdown') || files.length === 0) throw new Error(usage);
  if (source === 'markdown' && files.length > 1) throw new Error('Import one folder of Markdown files at a time.');
  const { contentDir } = readSettings();
  const { timeZone } = await readNewsroom(contentDir);
  const folder = await ImportFolder.open(contentDir, source);
  const report = new ImportReport();
  const uploads = values.uploads && path.resolve(values.uploads);
  const onProgress = (message: string) => console.log(message);
  if (source === 'wordpress') await importWordpress({ files, folder, uploads, timeZone, report, onProgress });
  else await importMarkdown({ root: files[0] ?? '', folder, uploads, timeZone, report });
  const readable = path.relative(process.cwd(), await folder.close(report.toMarkdown(`Imported from ${source}`)));
  for (const line of report.summary()) console.log(line);
  if (report.notes > 0) console.log(`What could not be carried over as it was, in ${report.notes} notes: ${readable}`);
  if (report.toFetch > 0) console.log(`${report.toFetch} pictures are still to be fetched; ${readable} lists them.`);
  console.log('Next: npm run check');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
