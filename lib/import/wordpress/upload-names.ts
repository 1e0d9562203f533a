import path from 'node:path';
import { decodePath } from '../../urls';

/**
 * Where a picture of WordPress lies below its folder of uploads. The address may be that of a smaller copy
 * (`2020/05/a-300x200.jpg`); the original comes first.
 */
export function uploadNames(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const whole = decodePath(new URL(address).pathname);
  const [, after = ''] = /\/(?:uploads|files)\/(.+)$/.exec(whole) ?? /\/((?:\d{4}\/\d{2}\/)?[^/]+)$/.exec(whole) ?? [];
  const name = path.posix.normalize(after);
  if (name === '.' || name === '' || name.startsWith('..')) return [];
  const original = name.replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)/, '').replace(/-scaled(?=\.\w+$)/, '');
  return [...new Set([original, name])];
}
