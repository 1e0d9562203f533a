import { readFile } from 'node:fs/promises';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { slugOf } from '../content/slug-of';
import type { ImportFolder } from './import-folder';
import type { ImportReport } from './import-report';

/** Formats that stories show, and those that are made WebP of. */
const shown = /\.(avif|jpe?g|png|webp)$/i;
const converted = /\.(bmp|gif|tiff?|svg)$/i;

/** The pictures of an old site, taken from a copy of the folder that they were in. */
export class UploadPictures {
  #folder: ImportFolder;
  #uploads: string | undefined;
  /** By where a picture lies below the uploads. */
  #planned = new Map<string, string>();
  /** The same, by the address in the paper. */
  #names = new Map<string, string>();

  /** @param uploads absolute; undefined where nobody has a copy */
  constructor(folder: ImportFolder, uploads: string | undefined) {
    this.#folder = folder;
    this.#uploads = uploads && existsSync(uploads) ? realpathSync(uploads) : undefined;
    if (uploads && !this.#uploads)
      throw new Error(`There is no folder ${uploads}. Give the folder that has the pictures of the old site.`);
  }

  /**
   * The address that a picture gets in the paper, when its file is there.
   *
   * @param names where it may lie in the folder, the best first
   * @returns undefined where there is no such file, or none that can be shown
   */
  find(names: string[]): string | undefined {
    for (const name of names) {
      const file = this.#inUploads(name);
      if (!file) continue;
      const known = this.#planned.get(name);
      if (known) return `/${known}`;
      const planned = this.#folder.fileFor(`picture ${name}`, (copy) => imageFile(name, copy));
      this.#planned.set(name, planned);
      this.#names.set(`/${planned}`, name);
      return `/${planned}`;
    }
    return undefined;
  }

  /** How wide a picture is that `find` found, in pixels; undefined where it cannot be read. */
  async width(src: string): Promise<number | undefined> {
    const name = this.#names.get(src);
    const file = name && this.#inUploads(name);
    if (!file) return undefined;
    // sharp says the same of everything that is no picture; `copy` reports it.
    const metadata = await sharp(file)
      .metadata()
      .catch(() => undefined);
    return metadata?.width;
  }

  /** Copies what was found. */
  async copy(report: ImportReport): Promise<void> {
    for (const [name, file] of this.#planned) {
      const from = this.#inUploads(name);
      if (!from) continue;
      const bytes = await (shown.test(name) ? readFile(from) : webpOf(from)).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        report.note(`picture ${name}`, `It was left out, though stories name it as /${file}: ${why}.`);
      });
      if (bytes) report.count('pictures', await this.#folder.write(`picture ${name}`, file, bytes));
    }
  }

  /** @returns undefined for what is not there, is no picture, or lies elsewhere than it seems to */
  #inUploads(name: string): string | undefined {
    if (!this.#uploads || !(shown.test(name) || converted.test(name))) return undefined;
    const file = path.join(this.#uploads, name);
    if (!existsSync(file)) return undefined;
    const real = realpathSync(file);
    return real.startsWith(this.#uploads + path.sep) ? real : undefined;
  }
}

function webpOf(file: string): Promise<Uint8Array> {
  return sharp(file, { animated: true }).webp().toBuffer();
}

/** A name that pictures of the paper may have. */
function imageFile(name: string, copy: number): string {
  const { dir, name: base, ext } = path.posix.parse(name);
  const folders = dir.split('/').flatMap((part) => slugOf(part) ?? (/^\d+$/.test(part) ? part : []));
  const number = copy === 1 ? '' : `-${copy}`;
  const extension = shown.test(ext) ? ext.toLowerCase() : '.webp';
  return ['images', ...folders, `${slugOf(base) ?? 'picture'}${number}${extension}`].join('/');
}
