import { expect } from '@playwright/test';
import { attributeOf, fetchPages, insideOf, linksOf, tagsOf, wordsOf, type FetchedPage } from './fetched-page';
import { test } from './page-types';

test.describe('every page that a link leads to', () => {
  test.describe.configure({ mode: 'default' });
  let pages: FetchedPage[] = [];

  test.beforeAll(async ({ paper }) => {
    test.setTimeout(90_000);
    pages = await crawl(`${paper.origin}/`);
  });

  test('is there', ({ paper }) => {
    expect(pages.length).toBeGreaterThan(paper.articles.length * 2);
    // The list of withdrawals leads to what stands in place of the stories.
    const dead = pages.filter(({ address, status }) => {
      const isNotice = status === 410 && linkingTo(address).every((from) => from === paper.addresses.withdrawals);
      return status >= 300 && !isNotice;
    });
    expect(dead.map(({ address, status }) => `${status} ${address}, from ${linkingTo(address).join(', ')}`)).toEqual(
      [],
    );
    const crawled = new Set(pages.map(({ address }) => address));
    expect(paper.articles.filter((article) => !crawled.has(article))).toEqual([]);
  });

  test('holds the places that links lead to', () => {
    const byAddress = new Map(pages.map((page) => [page.address, page]));
    const broken = pages.flatMap((page) =>
      linksOf(page).filter((link) => {
        const { hash } = new URL(link);
        const target = byAddress.get(link.slice(0, link.length - hash.length));
        return hash !== '' && target && !target.html.includes(`id="${decodeURIComponent(hash.slice(1))}"`);
      }),
    );
    expect(broken).toEqual([]);
  });

  test('has one first heading, a title and a description', () => {
    const titles = new Map<string, string[]>();
    for (const page of pages.filter(isDocument)) {
      expect(tagsOf(page.html, 'h1'), page.address).toHaveLength(1);
      expect(wordsOf(insideOf(page.html, 'h1')), page.address).not.toEqual([]);
      expect(tagsOf(page.html, 'title'), page.address).toHaveLength(1);
      const title = wordsOf(insideOf(page.html, 'title')).join(' ');
      titles.set(title, [...(titles.get(title) ?? []), page.address]);
      expect(wordsOf(metaOf(page, 'description') ?? '').length, page.address).toBeGreaterThan(2);
    }
    expect([...titles.values()].filter((addresses) => addresses.length > 1)).toEqual([]);
  });

  test('names its own address, once and in full', ({ paper }) => {
    const counted = pages
      .filter(isDocument)
      .filter(({ address, status }) => status === 200 && !new URL(address).pathname.startsWith('/search'));
    for (const { address, html } of counted) {
      const canonical = tagsOf(html, 'link').filter((link) => attributeOf(link, 'rel') === 'canonical');
      expect(canonical, address).toHaveLength(1);
      expect(new URL(attributeOf(canonical[0] ?? '', 'href') ?? '').href).toBe(address);
    }
    expect(counted.length).toBeGreaterThan(paper.articles.length);
  });

  test('shows pictures that are there', async () => {
    const pictures = pages
      .filter(isDocument)
      .flatMap(({ html, address }) =>
        tagsOf(html, 'img').map((image) => new URL(attributeOf(image, 'src') ?? '', address)),
      );
    const files = pictures.map((url) => new URL(url.searchParams.get('url') ?? url, url).href);
    expect(files.length).toBeGreaterThan(0);
    const answers = await fetchPages([...new Set(files)], 8);
    expect(answers.filter(({ status }) => status !== 200).map(({ address }) => address)).toEqual([]);
  });

  function linkingTo(address: string): string[] {
    return pages.filter((page) => linksOf(page).includes(address)).map((page) => page.address);
  }
});

/** Every page that links of the same paper lead to, the first included; places within a page are its page. */
async function crawl(first: string): Promise<FetchedPage[]> {
  const { origin } = new URL(first);
  const known = new Set([first]);
  const pages: FetchedPage[] = [];
  for (let wanted = [first]; wanted.length > 0;) {
    const found = await fetchPages(wanted, 6);
    pages.push(...found);
    wanted = [];
    for (const link of found.flatMap((page) => linksOf(page))) {
      const url = new URL(link);
      url.hash = '';
      if (url.origin !== origin || known.has(url.href)) continue;
      known.add(url.href);
      wanted.push(url.href);
    }
  }
  return pages;
}

/** A feed is none. */
function isDocument({ html }: FetchedPage): boolean {
  return html.startsWith('<!DOCTYPE html>');
}

function metaOf({ html }: FetchedPage, name: string): string | undefined {
  const tag = tagsOf(html, 'meta').find((meta) => attributeOf(meta, 'name') === name);
  return tag && attributeOf(tag, 'content');
}
