import { stringify } from 'yaml';
import { numberedSlug, slugOf } from '../../content/slug-of';
import { decodePath, isSlug } from '../../urls';
import type { ImportFolder } from '../import-folder';
import type { ImportReport } from '../import-report';
import type { WordpressItem, WordpressSite } from './export-item';
import { plainText } from './plain-text';

type Category = { key: string; file: string; name: string; description: string };

/** The sections of the paper: a story stands in one, and its other categories become tags. */
export class WordpressCategories {
  #site: WordpressSite;
  #folder: ImportFolder;
  #report: ImportReport;
  #used = new Map<string, Category>();

  constructor(site: WordpressSite, folder: ImportFolder, report: ImportReport) {
    this.#site = site;
    this.#folder = folder;
    this.#report = report;
  }

  /** The slug of the section that a post goes into: the one that Yoast calls primary, or its first. */
  of(item: WordpressItem): { section: string; others: { slug: string; name: string }[] } {
    const terms = item.terms.filter(({ domain }) => domain === 'category');
    const primary = this.#site.categoryIds.get(item.meta.get('_yoast_wpseo_primary_category') ?? '');
    const first = terms.find(({ slug }) => slug === primary) ?? terms[0];
    const section = first ?? { slug: 'uncategorized', name: 'Uncategorized' };
    return { section: this.#slug(section), others: terms.filter((term) => term !== first) };
  }

  async write(): Promise<void> {
    for (const { key, file, name, description } of this.#used.values()) {
      const text = stringify({ name, ...(description ? { description } : {}) }, { lineWidth: 0 });
      this.#report.count('sections', await this.#folder.write(key, file, text));
    }
    const whole = `The site ${this.#site.title}`;
    const all = [...this.#site.categories.values()];
    const unused = all.filter(({ slug }) => !this.#used.has(slug)).map(({ name }) => plainText(name));
    if (unused.length > 0) {
      this.#report.note(
        whole,
        `Categories that are no story’s section became tags or were left out: ${unused.join(', ')}.`,
      );
    }
    for (const { slug, name, parent } of all) {
      if (!parent || !this.#used.has(slug)) continue;
      this.#report.note(
        whole,
        `The category “${plainText(name)}” was below “${parent}”; sections of a paper stand side by side.`,
      );
    }
  }

  #slug({ slug: old, name }: { slug: string; name: string }): string {
    const known = this.#used.get(old);
    const wanted = (isSlug(old) ? old : slugOf(decodePath(old))) ?? slugOf(name) ?? `section-${this.#used.size + 1}`;
    const key = known?.key ?? `category ${old}`;
    const file = known?.file ?? this.#folder.fileFor(key, (copy) => fileOf(numberedSlug(wanted, copy)));
    const description = plainText(this.#site.categories.get(old)?.description ?? '');
    if (!known) this.#used.set(old, { key, file, name: plainText(name) || wanted, description });
    return file.slice('categories/'.length, -'.yaml'.length);
  }
}

function fileOf(slug: string): string {
  return `categories/${slug}.yaml`;
}
