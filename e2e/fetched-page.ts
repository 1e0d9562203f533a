/** A page as a program reads it: what a server answered, before any browser touches it. */
export type FetchedPage = { address: string; status: number; html: string };

/** @param address absolute */
export async function fetchPage(address: string): Promise<FetchedPage> {
  const response = await fetch(address, { redirect: 'manual' });
  return { address, status: response.status, html: await response.text() };
}

/** Fetches many pages, a few at a time, in the order of their addresses. */
export async function fetchPages(addresses: string[], atOnce = 4): Promise<FetchedPage[]> {
  const pages: FetchedPage[] = [];
  for (let index = 0; index < addresses.length; index += atOnce) {
    pages.push(...(await Promise.all(addresses.slice(index, index + atOnce).map(fetchPage))));
  }
  return pages;
}

/** Where the links of a page lead, absolute, each once, in their order; with `rel`, only links of that relation. */
export function linksOf({ address, html }: FetchedPage, rel?: string): string[] {
  const links = tagsOf(html, 'a').flatMap((tag) => {
    const href = attributeOf(tag, 'href');
    const relations = attributeOf(tag, 'rel')?.split(' ') ?? [];
    return href !== undefined && (!rel || relations.includes(rel)) ? [new URL(href, address).href] : [];
  });
  return [...new Set(links)];
}

/** The pages of the same paper that a page leads to, by the form of their path; places within a page are not counted. */
export function pagesLinkedFrom(page: FetchedPage, path: RegExp): string[] {
  const { origin } = new URL(page.address);
  return linksOf(page).filter((link) => {
    const url = new URL(link);
    return url.origin === origin && !url.hash && !url.search && path.test(url.pathname);
  });
}

/** The start tags of one element, as they are written. */
export function tagsOf(html: string, name: string): string[] {
  return html.match(new RegExp(`<${name}(?=[\\s>])[^>]*>`, 'gi')) ?? [];
}

export function attributeOf(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag) ?? [];
  return value === undefined ? undefined : decodeEntities(value);
}

/** What stands between the first start tag of an element and its first end tag. */
export function insideOf(html: string, name: string): string {
  const [, inside = ''] = new RegExp(`<${name}(?=[\\s>])[^>]*>([\\s\\S]*?)</${name}>`, 'i').exec(html) ?? [];
  return inside;
}

/** The words of a piece of HTML. */
export function wordsOf(html: string): string[] {
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
  return decodeEntities(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
