import type { Element } from 'hast';
import { stringify } from 'yaml';
import { ruleFor } from '../../content/field-rules';
import { slugOf } from '../../content/slug-of';
import { isoIn } from '../../dates';
import { minLeadImageWidth } from '../../edition/check-references';
import { isOwnAddress } from '../../edition/paper-addresses';
import { compileBody } from '../../mdx/compile-body';
import { makeElement, text } from '../../plain-body';
import { decodePath, isSlug, postNumberPath } from '../../urls';
import type { ImportedPicture } from '../block-writer';
import { paragraphsOf } from '../paragraphs-of';
import type { ImportReport } from '../import-report';
import { shorten } from '../shorten';
import type { UploadPictures } from '../upload-pictures';
import type { WordpressItem } from './export-item';
import { nameOfItem, oldPath, utcMoment, type Attachment, type ImportPlan, type PlannedPost } from './plan-import';
import { plainText } from './plain-text';
import { searchFields } from './search-fields';
import { uploadNames } from './upload-names';
import type { WordpressAuthors } from './wordpress-authors';
import { wordpressBody } from './wordpress-body';
import type { WordpressCategories } from './wordpress-categories';

type Tools = {
  plan: ImportPlan;
  pictures: UploadPictures;
  authors: WordpressAuthors;
  categories: WordpressCategories;
  report: ImportReport;
  /** The paper's. */
  timeZone: string;
};

/** In characters; a standfirst is a sentence or two. */
const summaryLength = 200;

/** Custom fields that WordPress and well-known plugins fill for themselves. */
const ownField =
  /^_|^(amazonS3|sharing_disabled|switch_like_status|geo_|reddit|superawesome|geolocation|picasaAlbum|original_post_id)/;

/** Posts of WordPress as the files of stories and pages. */
export class WordpressStories {
  /** Names that tags had, by slug. */
  readonly tagNames = new Map<string, string>();
  /** Their slugs, by name. */
  #tags = new Map<string, string>();
  #tools: Tools;
  #attachmentsByAddress = new Map<string, Attachment>();
  #attachmentsByPost = new Map<number, Attachment[]>();
  #picturePages = new Set<string>();

  constructor(tools: Tools) {
    this.#tools = tools;
    for (const attachment of tools.plan.attachments.values()) {
      this.#attachmentsByAddress.set(withoutSize(attachment.address), attachment);
      if (attachment.page) this.#picturePages.add(attachment.page);
      const others = this.#attachmentsByPost.get(attachment.parent);
      if (others) others.push(attachment);
      else this.#attachmentsByPost.set(attachment.parent, [attachment]);
    }
  }

  /** The file of a post: front matter and body, which `npm run check` accepts. */
  async textOf(item: WordpressItem, post: PlannedPost): Promise<string> {
    const { report } = this.#tools;
    const about = nameOfItem(item);
    const note = (sentence: string) => report.note(about, sentence);
    const { image, above } = await this.#leadPicture(item, post, note);
    const body = this.#bodyOf(item, above, note);
    const fields = post.isPage
      ? this.#pageFields(item, post, body, note)
      : this.#storyFields(item, post, body, image, note);
    for (const key of item.meta.keys()) {
      if (key && !ownField.test(key)) note(`Its custom field “${key.slice(0, 80)}” was left out.`);
    }
    for (const { message, line } of compileBody(body).problems) {
      note(`Line ${line} of its text is to be looked at: ${message}`);
    }
    return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}`;
  }

  #storyFields(
    item: WordpressItem,
    post: PlannedPost,
    body: string,
    image: object | undefined,
    note: (sentence: string) => void,
  ) {
    const { plan, authors, categories, timeZone } = this.#tools;
    const { section, others } = categories.of(item);
    if (others.length > 0) note(`It had more than one category. ${list(others.map(({ name }) => name))} became tags.`);
    const tags = this.#tagsOf([
      ...item.terms.filter(({ domain }) => domain === 'post_tag' || domain === 'tag'),
      ...others,
    ]);
    const format = item.terms.find(({ domain }) => domain === 'post_format');
    if (format) note(`Its format “${format.name}” was left out.`);
    for (const { domain, name } of item.terms) {
      if (!['category', 'post_tag', 'tag', 'author', 'post_format'].includes(domain)) {
        note(`Its term “${name}” of “${domain}” was left out.`);
      }
    }
    if (item.hasPassword) note('It was behind a password, and is a draft here.');
    if (item.status === 'private') note('It was private, and is a draft here.');
    const modified = utcMoment(item.modifiedUtc);
    return {
      title: this.#titleOf(item, body, note),
      summary: this.#summaryOf(item, body),
      publishedAt: isoIn(timeZone, post.publishedAt),
      ...(modified && modified > post.publishedAt ? { updatedAt: isoIn(timeZone, modified) } : {}),
      authors: authors.of(item),
      category: section,
      ...(tags.length > 0 ? { tags } : {}),
      ...(image ? { image } : {}),
      ...(post.isPublic ? {} : { status: 'draft' }),
      ...(item.isSticky && post.isPublic ? { lead: 1 } : {}),
      ...searchFields(item, plan.site.title, note),
      redirectFrom: this.#oldAddresses(item, post, note),
    };
  }

  #pageFields(item: WordpressItem, post: PlannedPost, body: string, note: (sentence: string) => void) {
    return {
      title: this.#titleOf(item, body, note),
      ...(item.excerpt.trim() ? { summary: plainText(item.excerpt) } : {}),
      ...searchFields(item, this.#tools.plan.site.title, note),
      redirectFrom: this.#oldAddresses(item, post, note),
    };
  }

  /** The permalink where it is another than the address here, and the short address that every post has. */
  #oldAddresses({ id, link }: WordpressItem, post: PlannedPost, note: (sentence: string) => void): string[] {
    const short = postNumberPath(String(id));
    const old = oldPath(link);
    if (old === undefined || old === post.path) return [short];
    if (this.#tools.plan.byOldPath.get(old) === post && isFree(old)) return [old, short];
    note(`It was at ${old}, which something else has here: that address does not lead to ${post.path}.`);
    return [short];
  }

  #titleOf({ title }: WordpressItem, body: string, note: (sentence: string) => void): string {
    const words = plainText(title);
    if (words !== '') return words;
    note('It had no headline. The beginning of its text was taken.');
    return shorten(compileBody(paragraphsOf(body)).text, 60) || 'Untitled';
  }

  #summaryOf({ excerpt, title }: WordpressItem, body: string): string {
    const begun = () => shorten(compileBody(paragraphsOf(body)).text, summaryLength);
    return plainText(excerpt) || begun() || plainText(title) || 'Untitled';
  }

  #tagsOf(terms: { slug: string; name: string }[]): string[] {
    const tags = new Set<string>();
    for (const { slug: old, name: html } of terms) {
      const name = plainText(html);
      const wanted = (isSlug(old) ? old : slugOf(decodePath(old))) ?? slugOf(html) ?? `tag-${this.tagNames.size + 1}`;
      const tag = this.#tags.get(name) ?? wanted;
      if (!this.tagNames.has(tag)) {
        this.tagNames.set(tag, name);
        this.#tags.set(name, tag);
      }
      tags.add(tag);
    }
    return [...tags];
  }

  #bodyOf(item: WordpressItem, above: Element[], note: (sentence: string) => void): string {
    const { plan } = this.#tools;
    const body = (before: Element[]) =>
      wordpressBody(item, before, {
        link: (href) => this.#linkFor(href),
        showsPicture: (href) => this.#picturePages.has(pathOf(href, plan.site.address)),
        lost: (what) => note(`It holds ${what}.`),
        picture: (src, alt, caption) => this.#picture(src, alt, caption, note),
        attachment: (id) => plan.attachments.get(id),
        attachmentsOf: (post) => (this.#attachmentsByPost.get(post) ?? []).filter(({ address }) => isPicture(address)),
      });
    const written = body(above);
    if (written !== '') return written;
    note('It had no text. Its headline stands in its place.');
    return body([makeElement('p', [text(plainText(item.title) || 'Untitled')])]);
  }

  /** A lead picture is 1200 px wide; a smaller one, and that of a page, is a figure above the text. */
  async #leadPicture(item: WordpressItem, post: PlannedPost, note: (sentence: string) => void) {
    const attachment = this.#tools.plan.attachments.get(Number(item.meta.get('_thumbnail_id') ?? 0));
    if (!attachment) return { above: [] };
    const { address, caption, alt } = attachment;
    const words = caption ? [makeElement('figcaption', [text(caption)])] : [];
    const above = [makeElement('figure', [makeElement('img', [], { src: address, alt }), ...words])];
    const picture = post.isPage ? undefined : this.#picture(address, alt, caption, note);
    if (!picture || 'remote' in picture) return { above };
    const width = (await this.#tools.pictures.width(picture.src)) ?? 0;
    if (width >= minLeadImageWidth) return { image: { ...picture, ...(caption ? { caption } : {}) }, above: [] };
    note(`Its lead picture is ${width} px wide, and a lead picture has ${minLeadImageWidth}. It stands in the text.`);
    return { above };
  }

  #picture(src: string, alt: string, caption: string, note: (sentence: string) => void): ImportedPicture | undefined {
    const { plan, pictures, report } = this.#tools;
    const address = URL.canParse(src, plan.site.address) ? new URL(src, plan.site.address) : undefined;
    if (!address || !/^https?:$/.test(address.protocol)) {
      note(`A picture without an address was left out${alt ? `: ${alt}` : ''}.`);
      return undefined;
    }
    const known = this.#attachmentsByAddress.get(withoutSize(address.href));
    const spoken = alt || known?.alt || caption || known?.caption || known?.title || wordsOf(address);
    const names = [...uploadNames(known?.address ?? address.href), ...uploadNames(address.href)];
    const found = pictures.find(names);
    if (!found) {
      const [place] = names;
      if (place && isPicture(address.href)) report.fetch(known?.address ?? address.href, place);
      return { remote: address.href, alt: spoken };
    }
    if (!alt && !known?.alt)
      note(`The picture ${found} had no words for those who do not see it; “${spoken}” was written.`);
    return { src: found, alt: spoken, credit: plan.site.title || address.host };
  }

  /** Links within the old site lead to where its posts are now; all others stay as they are. */
  #linkFor(href: string): string | undefined {
    const { plan } = this.#tools;
    if (/^(#.|mailto:.+@|tel:)/i.test(href)) return href;
    const base = plan.site.address || undefined;
    if (!URL.canParse(href, base)) return undefined;
    const url = new URL(href, base);
    if (!/^https?:$/.test(url.protocol)) return undefined;
    if (!base || hostOf(url) !== hostOf(new URL(base))) return url.href;
    const id = Number(url.searchParams.get('p') ?? url.searchParams.get('page_id') ?? 0);
    const post = plan.posts.get(id) ?? plan.byOldPath.get(url.pathname.replace(/\/+$/, ''));
    if (post?.isPublic) return post.path + url.hash;
    return url.pathname === '/' && url.search === '' ? '/' : url.href;
  }
}

/** Whether an old address can lead on: the site has no page of its own there, and none of a section, an author or a tag. */
function isFree(path: string): boolean {
  return (
    !isOwnAddress(path) &&
    !/^\/(category|author|tag)\/[^/]+$/.test(path) &&
    ruleFor('redirectFrom', 'list')?.(path) === undefined
  );
}

function pathOf(href: string, base: string): string {
  return URL.canParse(href, base) ? new URL(href, base).pathname.replace(/\/+$/, '') : '';
}

function withoutSize(address: string): string {
  return address
    .replace(/^https?:/, '')
    .replace(/[?#].*$/, '')
    .replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)/, '');
}

function isPicture(address: string): boolean {
  return /\.(avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i.test(address.replace(/[?#].*$/, ''));
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}

/** The name of a file, as words. */
function wordsOf(address: URL): string {
  const name = decodePath(address.pathname.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  return name.replace(/[-_]+/g, ' ').trim() || address.host;
}

function list(names: string[]): string {
  return new Intl.ListFormat('en').format(names.map((name) => `“${name}”`));
}
