import path from 'node:path';
import { DocumentCompiler } from '../edition/compile-documents';
import { publishEdition } from '../edition/publish-edition';
import { withPublishingLock } from '../edition/publishing-lock';
import type { Check } from './save-files';

/**
 * `npm run check` for the desk: checks the paper against an edition of the desk's own, beside the paper's, so that a check reads only what changed
 * since the last one and readers see nothing of it.
 *
 * @param folders absolute
 */
export function startPaperCheck(folders: { contentDir: string; editionFile: string; projectDir: string }): Check {
  const { contentDir, projectDir } = folders;
  const editionFile = path.join(path.dirname(folders.editionFile), 'desk.db');
  const compiler = new DocumentCompiler(projectDir);
  compiler.warmUp();
  return async () => {
    const { problems } = await withPublishingLock(
      editionFile,
      () => console.log('Another desk checks the paper; waiting until it is done…'),
      () => publishEdition({ contentDir, editionFile, projectDir, compiler }),
    );
    return problems;
  };
}
