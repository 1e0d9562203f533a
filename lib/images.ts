import { edition } from './edition/open-edition';

/** A picture of the paper, with the address that it is served at: a new one whenever the file changes. */
export type Picture = { src: string; width: number; height: number };

/** The pictures of this paper among some addresses as stories give them, /images/…. */
export async function getPictures(sources: string[]): Promise<Map<string, Picture>> {
  if (sources.length === 0) return new Map();
  const rows = await edition()
    .selectFrom('images')
    .select(['src', 'hash', 'width', 'height'])
    .where('src', 'in', [...new Set(sources)])
    .execute();
  return new Map(rows.map(({ src, hash, width, height }) => [src, { src: pictureAddress(src, hash), width, height }]));
}

/** The pictures in the body of a content file, by the address that its writer gave them. */
export async function getPicturesIn(file: string): Promise<Map<string, Picture>> {
  const refs = await edition()
    .selectFrom('refs')
    .select('target')
    .where('file', '=', file)
    .where('kind', '=', 'image')
    .execute();
  return getPictures(refs.map(({ target }) => target));
}

/** Whether the picture at an address as stories give it has this hash today. */
export async function isPicture(src: string, hash: string): Promise<boolean> {
  const row = await edition().selectFrom('images').select('hash').where('src', '=', src).executeTakeFirst();
  return row?.hash === hash;
}

function pictureAddress(src: string, hash: string): string {
  return src.replace(/^\/images\//, `/images/${hash}/`);
}
