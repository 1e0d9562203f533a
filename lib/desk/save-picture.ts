import { lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { hashOf } from '../content/content-file';
import { numberedSlug, slugOf } from '../content/slug-of';
import { writeNew } from '../write-file';

/** The format that each ending stands for, in the words of sharp. */
const formats: Record<string, string> = {
  '.avif': 'heif',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
};

/**
 * Puts a picture into content/images, beside those that are there.
 *
 * @param contentDir absolute
 * @param name what the file is called where it comes from
 * @returns the address that stories give it
 * @throws Error with a sentence for the editor, when it is no picture that the paper can show
 */
export async function savePicture(contentDir: string, name: string, bytes: Uint8Array): Promise<string> {
  const extension = path.extname(name).toLowerCase();
  const format = formats[extension];
  if (!format) throw new Error(`${name} is no picture that the paper can show. Choose a .webp, .avif, .jpg or .png.`);
  const found = await sharp(bytes)
    .metadata()
    .catch((error: Error) => ({ format: error.message }));
  if (found.format !== format) throw new Error(`${name} is not what it is called. Save it as ${extension} again.`);
  const folder = path.join(contentDir, 'images');
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error('content/images is a symbolic link, and the desk follows none. Put the picture there yourself.');
  }
  const slug = slugOf(path.basename(name, path.extname(name))) ?? `picture-${hashOf(bytes).slice(0, 8)}`;
  for (let copy = 1; ; copy++) {
    const file = path.join(folder, `${numberedSlug(slug, copy)}${extension}`);
    const isThere = (await writeNew(file, bytes)) || hashOf(await readFile(file)) === hashOf(bytes);
    if (isThere) return `/images/${path.basename(file)}`;
  }
}
