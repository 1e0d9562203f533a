import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { tagName } from '../tags';

/**
 * Adds the names of tags to site.yaml, where readers would not get them from the slug; capitals alone make no difference. Names that are there stay, and so
 * does everything else that the file says.
 *
 * @param names by slug
 */
export async function nameTags(contentDir: string, names: Map<string, string>): Promise<void> {
  const file = path.join(contentDir, 'site.yaml');
  const text = await readFile(file, 'utf8');
  const site = parseDocument(text);
  const list = site.get('tagNames');
  const known = new Set(isSeq(list) ? list.items.flatMap((item) => (isMap(item) ? String(item.get('slug')) : [])) : []);
  const added = [...names]
    .filter(([slug, name]) => !known.has(slug) && !isSameName(tagName(slug, { tagNames: [] }), name))
    .map(([slug, name]) => ({ slug, name }));
  if (added.length === 0) return;
  for (const one of added) {
    if (isSeq(site.get('tagNames'))) site.addIn(['tagNames'], site.createNode(one));
    else site.set('tagNames', site.createNode([one]));
  }
  await writeFile(file, site.toString({ lineWidth: 0 }));
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
