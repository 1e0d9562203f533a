import './load-env.mjs';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../content/content-file';
import { edition } from '../edition/open-edition';
import { previewLifetime, previewPath } from '../preview';
import { readSettings } from '../settings';

/** `npm run preview -- path/to.mdx`: prints the link that shows a draft or scheduled story as it will look. */
try {
  const [file, ...rest] = process.argv.slice(2);
  if (!file || rest.length > 0)
    throw new Error('Name one story: npm run preview -- content/articles/2026/11/a-story.mdx');
  console.log(await linkFor(file, new Date()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function linkFor(file: string, now: Date): Promise<string> {
  const { publishSecret, siteUrl, contentDir } = readSettings();
  if (!publishSecret) {
    throw new Error(
      'Previews are off: PUBLISH_SECRET is not set. Set it here and for the site to the same long secret.',
    );
  }
  const absolute = path.resolve(file);
  if (!existsSync(absolute) || !statSync(absolute).isFile()) throw new Error(`There is no file ${file}.`);
  const name = path.relative(contentDir, absolute).split(path.sep).join('/');
  if (!name.startsWith('articles/')) throw new Error(`${file} is not a story: those are in ${contentDir}/articles.`);
  const story = await edition()
    .selectFrom('articles')
    .innerJoin('sources', 'sources.file', 'articles.file')
    .select(['path', 'status', 'published_at', 'hash'])
    .where('articles.file', '=', name)
    .executeTakeFirst();
  const mend = 'Bring the edition up to date with “npm run edition”';
  if (!story) throw new Error(`The edition does not hold ${file} yet. ${mend}, and ask again.`);
  if (story.hash !== hashOf(readFileSync(absolute))) {
    console.error(`The edition holds an earlier version of ${file}, and the link shows that one. ${mend}.`);
  }
  if (story.status === 'withdrawn') throw new Error(`${file} is withdrawn, so there is nothing to show.`);
  if (story.status === 'published' && story.published_at <= now.getTime()) {
    throw new Error(`${file} is out already: ${siteUrl}${story.path}`);
  }
  return siteUrl + previewPath(story.path, new Date(now.getTime() + previewLifetime), publishSecret);
}
