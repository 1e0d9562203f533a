import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { edition } from './edition/open-edition';
import { engineOf } from './edition/engine';
import { readSettings } from './settings';

/**
 * A picture of the paper, as its editors have it. Where the edition is in a database it is there as well, so that whoever
 * serves it needs no folder of the newsroom; else it is read from that folder.
 *
 * @param src as stories give it, /images/…, of a picture that the edition has
 */
export async function readPicture(src: string): Promise<Buffer> {
  const kept = await engineOf(edition()).readPicture?.(edition(), src);
  return kept ?? readFile(path.join(/* turbopackIgnore: true */ readSettings().contentDir, src));
}
