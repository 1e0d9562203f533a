import { pageQueries } from './bench/page-queries';
import { writeEdition, type MadeArticle } from './edition/edition.fixture';
import { writeMeta } from './edition/meta';
import { closeEdition, openEdition } from './edition/open-edition';

/** After all of its stories. */
export const now = new Date('2025-12-01T00:00:00Z');

/** Days that the stories are of, one each. */
export const days = 45;

/** Writes a paper of which every sort of page has something to show. */
export async function writePaperOfPlans(address: string): Promise<void> {
  const stories = Array.from({ length: days }, (_, index): MadeArticle => {
    const day = new Date(Date.UTC(2025, 9, 30 - index)).toISOString().slice(0, 10);
    return {
      slug: `story-${index + 1}`,
      publishedAt: `${day}T09:00:00+09:00`,
      tags: index % 3 === 0 ? ['sea', 'ships'] : ['sea'],
      body: 'The lighthouse stands.',
      corrections: index === 4 ? [{ date: '2025-11-01T00:00:00Z', text: 'It was Thursday.' }] : [],
    };
  });
  await writeEdition(address, stories);
  const draft = openEdition(address);
  const site = { name: 'The Paper', description: 'News.', locale: 'en-GB', timeZone: 'Asia/Seoul', tagNames: [] };
  const value = JSON.stringify({ ...site, publisher: { name: 'Us', contactEmail: 'us@example.org' } });
  await writeMeta(draft, 'site', value);
  await closeEdition(draft);
}

/** What lists of stories ask, by the name of the list; searches among them have their own order. */
export async function listQueries() {
  const queries = await pageQueries('lighthouse', now);
  return [...queries].filter(([name]) => /stories|section|author|tag, last|largest tag/.test(name));
}
