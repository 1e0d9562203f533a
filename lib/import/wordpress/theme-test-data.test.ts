import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readFrontMatter } from '../../content/front-matter';
import { DocumentCompiler } from '../../edition/compile-documents';
import { publishEdition } from '../../edition/publish-edition';
import { ImportFolder } from '../import-folder';
import { ImportReport } from '../import-report';
import { importWordpress } from './import-wordpress';
import { plainText } from './plain-text';
import { emptySite, readExport } from './read-export';

/*
 * WordPress's theme test data (https://github.com/WordPress/theme-test-data) is not ours to keep here. Where its file is at
 * hand, every published post and page of it has to arrive with all its words.
 */
const file = process.env.WORDPRESS_EXPORT ?? '';
if (!file) console.info('Skipped: WORDPRESS_EXPORT does not name the file of WordPress’s theme test data.');

const root = mkdtempSync(path.join(tmpdir(), 'slugline-theme-'));
const compiler = new DocumentCompiler(process.cwd());
afterAll(async () => {
  rmSync(root, { recursive: true });
  await compiler.stop();
});

it.skipIf(!file)(
  'every published post of the theme test data arrives whole, and passes the checks',
  async () => {
    const paper =
      'name: P\ndescription: D\nlocale: en-US\ntimeZone: UTC\npublisher: { name: P, contactEmail: a@b.org }\n';
    writeFileSync(path.join(root, 'site.yaml'), paper);
    const folder = await ImportFolder.open(root, 'wordpress');
    const report = new ImportReport();
    await importWordpress({ files: [file], folder, uploads: undefined, timeZone: 'UTC', report, onProgress: () => {} });
    await folder.close(report.toMarkdown('Imported'));
    const editionAddress = path.join(root, '.edition.db');
    const { problems } = await publishEdition({
      contentDir: root,
      editionAddress,
      projectDir: process.cwd(),
      compiler,
    });
    expect(problems).toEqual([]);

    const ledger: Record<string, { file: string }> = JSON.parse(
      readFileSync(path.join(root, '.import/wordpress.json'), 'utf8'),
    );
    let posts = 0;
    for await (const item of readExport(file, emptySite())) {
      if (!/^(post|page)$/.test(item.type) || item.status !== 'publish') continue;
      posts += 1;
      const written = ledger[`${item.type} ${item.id}`];
      expect(written, item.title).toBeDefined();
      const { data, body } = readFrontMatter(readFileSync(path.join(root, written?.file ?? ''), 'utf8'), false);
      if (item.title) expect(data.title).toBe(plainText(item.title));
      const arrived = lettersOf(body);
      const lost = wordsOf(item.content).filter((word) => !arrived.includes(word));
      expect(lost, `${item.type} ${item.id}: ${item.title}`).toEqual([]);
    }
    expect(posts).toBeGreaterThan(50);
  },
  60_000,
);

/** The words that a reader of the old page saw. */
function wordsOf(html: string): string[] {
  const shown = html
    .replace(/<(script|style|form)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\[\/?(gallery|caption|wp_caption|embed|audio|video|playlist)\b[^\]]*\]/g, ' ');
  return [...new Set(plainText(shown.replace(/</g, ' <')).split(/\s+/).map(lettersOf))].filter(
    (word) => word.length > 2,
  );
}

/** Letters and digits alone, for what is escaped in one text and not in the other. */
function lettersOf(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/[^\p{L}\p{N}]/gu, '');
}
