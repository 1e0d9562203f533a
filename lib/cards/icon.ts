import { createHash } from 'node:crypto';
import { getPictures } from '../images';
import type { Site } from '../site';
import { iconPath } from '../urls';
import { canDraw } from './drawable';

/** Which icons there are; a system may cut a maskable one to any form, so it keeps its rim free. */
export const iconFiles = {
  'icon-32.png': { size: 32, isMaskable: false },
  'icon-180.png': { size: 180, isMaskable: true },
  'icon-192.png': { size: 192, isMaskable: false },
  'icon-512.png': { size: 512, isMaskable: false },
  'maskable-512.png': { size: 512, isMaskable: true },
} as const;

export type IconFile = keyof typeof iconFiles;

export function isIconFile(name: string): name is IconFile {
  return Object.hasOwn(iconFiles, name);
}

/** Another one whenever the design in draw-icon.ts changes, so that addresses do, too. */
const design = 1;
/** The paper's icon: the picture that site.yaml names, or the first letter of its name. */
export type Icon = { letter: string; picture: string | undefined; hash: string; language: string };

export async function getIcon({ name, icon, locale }: Site): Promise<Icon> {
  const [first] = new Intl.Segmenter(locale).segment(name.toLocaleUpperCase(locale));
  const letter = first && canDraw(first.segment) ? first.segment : '';
  const served = icon === undefined ? undefined : (await getPictures([icon])).get(icon)?.src;
  const text = JSON.stringify([design, letter, served, locale]);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { letter, picture: served === undefined ? undefined : icon, hash, language: locale };
}

/** The address of each of the paper's icons. */
export function iconAddress({ hash }: Icon, file: IconFile): string {
  return iconPath(hash, file);
}
