import { lstatSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { hashOf } from '../content/content-file';
import { numberedSlug, slugOf } from '../content/slug-of';

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
  await mkdir(folder, { recursive: true });
  const slug = slugOf(path.basename(name, path.extname(name))) ?? `picture-${hashOf(bytes).slice(0, 8)}`;
  for (let copy = 1; ; copy++) {
    const file = `${numberedSlug(slug, copy)}${extension}`;
    if (await isSaved(path.join(folder, file), bytes)) return `/images/${file}`;
  }
}

/** False when there is another picture of that name. */
async function isSaved(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(file, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return hashOf(await readFile(file)) === hashOf(bytes);
  }
}
