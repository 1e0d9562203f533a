import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../files-below';

/**
 * What a serverless host would have to be sent besides the edition, in bytes: every file that Next traced for the
 * server, and those that readers are served as they are.
 *
 * @param projectDir with a production build
 */
export function uploadSize(projectDir: string): number {
  const build = path.join(projectDir, '.next');
  const files = new Set<string>();
  for (const trace of [...filesBelow(path.join(build, 'server')).values()].filter((file) =>
    file.endsWith('.nft.json'),
  )) {
    const { files: traced }: { files: string[] } = JSON.parse(readFileSync(trace, 'utf8'));
    for (const file of traced) files.add(path.resolve(path.dirname(trace), file));
  }
  for (const folder of ['static', 'server'])
    for (const file of filesBelow(path.join(build, folder)).values()) files.add(file);
  for (const file of filesBelow(path.join(projectDir, 'public')).values()) files.add(file);
  const counted = [...files].filter((file) => !/\.(nft\.json|map)$|[\\/]edition\.db$/.test(file));
  return counted.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}
