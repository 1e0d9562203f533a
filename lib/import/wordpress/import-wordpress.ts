import type { ImportFolder } from '../import-folder';
import type { ImportReport } from '../import-report';
import { nameTags } from '../name-tags';
import { UploadPictures } from '../upload-pictures';
import { WordpressAuthors } from './wordpress-authors';
import { WordpressCategories } from './wordpress-categories';
import { nameOfItem, planImport } from './plan-import';
import { readExport } from './read-export';
import { WordpressStories } from './wordpress-stories';

export type WordpressImport = {
  /** Exports of one site; several when WordPress made several. */
  files: string[];
  folder: ImportFolder;
  /** A copy of wp-content/uploads, absolute. */
  uploads: string | undefined;
  /** The paper's. */
  timeZone: string;
  report: ImportReport;
  onProgress: (message: string) => void;
};

/**
 * Makes a paper of a WordPress site: stories, pages, authors, sections, tags, pictures and old addresses. Exports are read
 * twice: first to see what there is and where it goes, then to write it, one post at a time.
 *
 * @throws ExportError before anything is written, when an export cannot be read to its end
 */
export async function importWordpress({
  files,
  folder,
  uploads,
  timeZone,
  report,
  onProgress,
}: WordpressImport): Promise<void> {
  const pictures = new UploadPictures(folder, uploads);
  const plan = await planImport(files, folder, timeZone, report);
  onProgress(`Read ${plan.posts.size.toLocaleString('en')} posts and pages of “${plan.site.title}”.`);
  const authors = new WordpressAuthors(plan, folder, report);
  const categories = new WordpressCategories(plan.site, folder, report);
  const stories = new WordpressStories({ plan, pictures, authors, categories, report, timeZone });
  await folder.notePlan();
  let done = 0;
  for (const file of files) {
    for await (const item of readExport(file, plan.site)) {
      const post = plan.posts.get(item.id);
      if (!post || (item.type !== 'post' && item.type !== 'page')) continue;
      const text = await stories.textOf(item, post);
      const written = await folder.write(`${item.type} ${item.id}`, post.file, text);
      report.count(post.isPage ? 'pages' : 'stories', written);
      if (written === 'kept') report.note(nameOfItem(item), `${post.file} was changed since, and was left alone.`);
      if (written === 'removed')
        report.note(nameOfItem(item), `${post.file} was removed since, and was not written again.`);
      done += 1;
      if (done % 1000 === 0)
        onProgress(`Wrote ${done.toLocaleString('en')} of ${plan.posts.size.toLocaleString('en')}…`);
    }
  }
  await authors.write();
  await categories.write();
  await pictures.copy(report);
  await nameTags(folder.contentDir, stories.tagNames);
}
