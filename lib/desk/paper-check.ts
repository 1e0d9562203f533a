import path from 'node:path';
import { DocumentCompiler } from '../edition/compile-documents';
import { publishEdition } from '../edition/publish-edition';
import { isPostgresAddress } from '../edition/engine-address.mjs';
import { withPublishingLock } from '../edition/publishing-lock';
import type { Check } from './save-files';

/**
 * `npm run check` for the desk. It has an edition of its own, beside the paper's, so that a check reads only what changed
 * since the last one, and readers see nothing of it.
 *
 * @param folders absolute
 */
export function startPaperCheck(folders: { contentDir: string; editionAddress: string; projectDir: string }): Check {
  const { contentDir, projectDir } = folders;
  const editionAddress = isPostgresAddress(folders.editionAddress)
    ? path.join(folders.projectDir, '.slugline', 'desk.db')
    : `${folders.editionAddress}.desk`;
  const compiler = new DocumentCompiler(projectDir);
  compiler.warmUp();
  return async () => {
    const { problems } = await withPublishingLock(
      editionAddress,
      () => console.log('Another desk checks the paper; waiting until it is done…'),
      () => publishEdition({ contentDir, editionAddress, projectDir, compiler }),
    );
    return problems;
  };
}
