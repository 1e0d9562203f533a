import { stringify } from 'yaml';
import { numberedSlug, slugOf } from '../../content/slug-of';
import type { ImportFolder } from '../import-folder';
import type { ImportReport } from '../import-report';
import type { WordpressItem } from './export-item';
import { nameOfItem, type ImportPlan } from './plan-import';

/** Who wrote the stories: the users of the site, and those that Co-Authors Plus keeps beside them. */
export class WordpressAuthors {
  #plan: ImportPlan;
  #folder: ImportFolder;
  #report: ImportReport;
  /** By the key that the ledger has. */
  #written = new Map<string, { file: string; name: string }>();
  #slugs = new Map<string, string>();

  constructor(plan: ImportPlan, folder: ImportFolder, report: ImportReport) {
    this.#plan = plan;
    this.#folder = folder;
    this.#report = report;
  }

  /** The slugs of a post's authors, in the order of its byline; at least one. */
  of(item: WordpressItem): string[] {
    const coAuthors = item.terms
      .filter(({ domain }) => domain === 'author')
      .map(({ slug }) => slug.replace(/^cap-/, ''));
    const logins = coAuthors.length > 0 ? coAuthors : [item.creator].filter(Boolean);
    if (logins.length === 0) {
      this.#report.note(nameOfItem(item), 'It names no author. The site itself was written in.');
      return [this.#slug('', this.#plan.site.title || 'Staff')];
    }
    return [...new Set(logins.map((login) => this.#slug(login, this.#nameOf(login))))];
  }

  async write(): Promise<void> {
    for (const [key, { file, name }] of this.#written) {
      const text = `---\n${stringify({ name }, { lineWidth: 0 })}---\n`;
      this.#report.count('authors', await this.#folder.write(key, file, text));
    }
  }

  /** Logins of Co-Authors Plus are in small letters. */
  #nameOf(login: string): string {
    const { site, guestAuthors } = this.#plan;
    const user = site.authors.get(login) ?? [...site.authors.values()].find((one) => slugOf(one.login) === login);
    const name = guestAuthors.get(login) ?? user?.name ?? login;
    // An e-mail address is nobody's byline, and nobody's business.
    return name.includes('@') ? name.slice(0, name.indexOf('@')) : name;
  }

  #slug(login: string, name: string): string {
    const known = this.#slugs.get(login);
    if (known) return known;
    const wanted = slugOf(name) ?? `author-${this.#slugs.size + 1}`;
    const key = `author ${wanted}`;
    const file = this.#folder.fileFor(key, (copy) => `authors/${numberedSlug(wanted, copy)}.mdx`);
    this.#written.set(key, { file, name });
    const slug = file.slice('authors/'.length, -'.mdx'.length);
    this.#slugs.set(login, slug);
    return slug;
  }
}
