import { checkFile } from './check-file';
import { readFiles } from './read-content';

/** The zone that addresses are in; UTC while site.yaml does not name one that exists, which is reported elsewhere. */
export async function readTimeZone(contentDir: string, files: string[]): Promise<string> {
  const zones: string[] = [];
  if (files.includes('site.yaml')) {
    await readFiles(contentDir, ['site.yaml'], ({ bytes }) => {
      const { document, problems } = checkFile('site.yaml', bytes, 'site.yaml', 'UTC');
      const zone = document.data.timeZone;
      if (typeof zone === 'string' && !problems.some(({ message }) => message.includes('time zone'))) zones.push(zone);
    });
  }
  return zones[0] ?? 'UTC';
}
