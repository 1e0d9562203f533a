import { numberedSlug, slugOf } from '../../content/slug-of';
import { dayIn, momentIn } from '../../dates';
import { articlePath, decodePath, isSlug, pagePath } from '../../urls';
import type { ImportFolder } from '../import-folder';
import type { ImportReport } from '../import-report';
import { plainText } from './plain-text';
import { emptySite, readExport } from './read-export';
import type { WordpressItem, WordpressSite } from './export-item';

/** An attachment, as far as stories need it. */
export type Attachment = {
  id: number;
  address: string;
  /** The page that showed it alone, as a path. */
  page: string | undefined;
  alt: string;
  caption: string;
  title: string;
  parent: number;
};

/** Where a post or page goes. */
export type PlannedPost = {
  id: number;
  /** Below the content folder. */
  file: string;
  path: string;
  isPage: boolean;
  publishedAt: Date;
  isPublic: boolean;
};

/** All that a post needs to know of the others before it is written. */
export type ImportPlan = {
  site: WordpressSite;
  posts: Map<number, PlannedPost>;
  attachments: Map<number, Attachment>;
  /** Posts by their old paths, without a slash at the end. */
  byOldPath: Map<string, PlannedPost>;
  /** Authors that a plugin keeps, by slug. */
  guestAuthors: Map<string, string>;
  /** The slug of each author and category that is to be written, by login and by old slug. */
  authorSlugs: Map<string, string>;
  categorySlugs: Map<string, string>;
};

/** What becomes a story or a page. */
const states: Record<string, 'public' | 'draft'> = {
  publish: 'public',
  future: 'public',
  draft: 'draft',
  pending: 'draft',
  private: 'draft',
};

/** What WordPress and its plugins keep for themselves. */
const silent = new Set(['revision', 'customize_changeset', 'oembed_cache', 'user_request', 'guest-author']);

/**
 * Reads exports once, without keeping their texts, and settles where everything goes.
 *
 * @param timeZone the paper's
 * @throws ExportError
 */
export async function planImport(
  files: string[],
  folder: ImportFolder,
  timeZone: string,
  report: ImportReport,
): Promise<ImportPlan> {
  const plan: ImportPlan = {
    site: emptySite(),
    posts: new Map(),
    attachments: new Map(),
    byOldPath: new Map(),
    guestAuthors: new Map(),
    authorSlugs: new Map(),
    categorySlugs: new Map(),
  };
  let menuItems = 0;
  let comments = 0;
  for (const file of files) {
    for await (const item of readExport(file, plan.site)) {
      comments += item.comments;
      if (item.type === 'attachment') noteAttachment(plan, item);
      else if (item.type === 'nav_menu_item') menuItems += 1;
      else if (item.type === 'guest-author') noteGuest(plan, item);
      else if (item.type === 'post' || item.type === 'page') planPost(plan, item, folder, timeZone, report);
      else if (!silent.has(item.type)) {
        report.note(
          nameOfItem(item),
          `It is of the type “${item.type}”, which a paper has no place for. It was left out.`,
        );
      }
    }
  }
  const whole = `The site ${plan.site.title}`;
  if (menuItems > 0) {
    report.note(whole, `${menuItems} entries of menus were left out: name sections under “navigation” in site.yaml.`);
  }
  if (comments > 0) report.note(whole, `${comments} comments were left out, with all that they say of their writers.`);
  return plan;
}

function noteAttachment(plan: ImportPlan, item: WordpressItem): void {
  const { id, attachmentUrl, link, meta, excerpt, title, parent } = item;
  plan.attachments.set(id, {
    id,
    address: attachmentUrl,
    page: oldPath(link),
    alt: plainText(meta.get('_wp_attachment_image_alt') ?? ''),
    caption: plainText(excerpt),
    title: plainText(title),
    parent,
  });
}

function noteGuest({ guestAuthors }: ImportPlan, { name, title, meta }: WordpressItem): void {
  guestAuthors.set(name.replace(/^cap-/, ''), meta.get('cap-display_name')?.trim() || plainText(title));
}

function planPost(
  plan: ImportPlan,
  item: WordpressItem,
  folder: ImportFolder,
  timeZone: string,
  report: ImportReport,
): void {
  const state = states[item.status];
  if (!state) {
    report.note(nameOfItem(item), `Its status is “${item.status}”. It was left out.`);
    return;
  }
  const publishedAt = momentOf(item, timeZone);
  const isPage = item.type === 'page';
  if (!publishedAt) {
    report.note(nameOfItem(item), 'It has no date. It was left out: give it one in WordPress, and export it again.');
    return;
  }
  const isPublic = state === 'public' && !item.hasPassword;
  if (isPage && !isPublic) {
    report.note(nameOfItem(item), 'It is a page that was not public, and pages of a paper are. It was left out.');
    return;
  }
  const slug = slugFor(item);
  const day = dayIn(timeZone, publishedAt);
  const place = isPage ? 'pages' : `articles/${day.slice(0, 4)}/${day.slice(5, 7)}`;
  const file = folder.fileFor(`${item.type} ${item.id}`, (copy) => `${place}/${numberedSlug(slug, copy)}.mdx`);
  const own = file.slice(file.lastIndexOf('/') + 1, -'.mdx'.length);
  const path = isPage ? pagePath(own) : articlePath(day, own);
  const post: PlannedPost = { id: item.id, file, path, isPage, publishedAt, isPublic };
  plan.posts.set(item.id, post);
  const old = oldPath(item.link);
  if (old && !plan.byOldPath.has(old)) plan.byOldPath.set(old, post);
}

/** A slug as close to the old address as slugs allow. */
function slugFor(item: WordpressItem): string {
  const name = decodePath(item.name);
  return (isSlug(name) ? name : slugOf(name)) ?? slugOf(plainText(item.title)) ?? `${item.type}-${item.id}`;
}

/** Drafts have a date on the site's clock only. */
function momentOf({ date, dateUtc, modifiedUtc }: WordpressItem, timeZone: string): Date | undefined {
  const [day = '', time = ''] = date.split(' ');
  return utcMoment(dateUtc) ?? (utcMoment(date) && momentIn(timeZone, day, time)) ?? utcMoment(modifiedUtc);
}

/** A moment as WordPress writes it, yyyy-mm-dd hh:mm:ss in UTC; undefined for its zeros. */
export function utcMoment(text: string): Date | undefined {
  if (!/^[12]\d{3}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const moment = new Date(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** The path of an old address, without a slash at its end; undefined for none, and for the front page with a query. */
export function oldPath(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { pathname, search } = new URL(link);
  const path = pathname.replace(/\/+$/, '');
  return path === '' || search !== '' ? undefined : path;
}

export function nameOfItem({ type, id, title }: Pick<WordpressItem, 'type' | 'id' | 'title'>): string {
  return `${type} ${id}: ${plainText(title) || '(no title)'}`;
}
