import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DocumentCompiler } from '../edition/compile-documents';
import { publishEdition } from '../edition/publish-edition';

/** A newsroom that has nothing but its site.yaml, in Seoul, in a folder of its own. */
export type ImportNewsroom = {
  /** Absolute; old files go beside the content folder, which is `content`. */
  root: string;
  contentDir: string;
  /** Writes a file below the root. */
  write: (file: string, content: string | Uint8Array) => void;
  /** What the checks find wrong in the content, each with the name of its file. */
  problems: () => Promise<string[]>;
  destroy: () => void;
};

export function makeImportNewsroom(compiler: DocumentCompiler): ImportNewsroom {
  const root = mkdtempSync(path.join(tmpdir(), 'slugline-import-'));
  const contentDir = path.join(root, 'content');
  const write: ImportNewsroom['write'] = (file, content) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  write(
    'content/site.yaml',
    'name: The Paper # ours\ndescription: News.\nlocale: en-GB\ntimeZone: Asia/Seoul\n' +
      'publisher:\n  name: Us\n  contactEmail: desk@example.org\n',
  );
  const problems = async () => {
    const editionAddress = path.join(root, 'edition.db');
    const options = { contentDir, editionAddress, projectDir: process.cwd(), compiler, dryRun: true };
    const result = await publishEdition(options);
    return result.problems.map(({ file, line, message }) => `${path.basename(file)}:${line} ${message}`);
  };
  return { root, contentDir, write, problems, destroy: () => rmSync(root, { recursive: true }) };
}
