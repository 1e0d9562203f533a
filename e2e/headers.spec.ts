import { request } from 'node:http';
import { expect } from '@playwright/test';
import { attributeOf, fetchPage, tagsOf } from './fetched-page';
import { pageTypes, test, type Paper } from './page-types';

type Answer = { headers: Record<string, string | undefined> };

/** Addresses of every kind of answer that is no page, as a story of the paper leads to them. */
async function otherAddresses({ addresses, origin }: Paper): Promise<Record<string, string>> {
  const { html } = await fetchPage(addresses.article);
  const linked = (what: string, found: string | undefined) => {
    if (!found) throw new Error(`${addresses.article} leads to no ${what}.`);
    return new URL(found, origin).href;
  };
  const links = tagsOf(html, 'link');
  const href = (name: string, value: string) => {
    const link = links.find((tag) => attributeOf(tag, name) === value);
    return link && attributeOf(link, 'href');
  };
  const resized = linked('picture', attributeOf(tagsOf(html, 'img')[0] ?? '', 'src'));
  return {
    style: linked('style sheet', href('rel', 'stylesheet')),
    font: linked('font', href('as', 'font')),
    'resized picture': resized,
    picture: linked('file of a picture', new URL(resized).searchParams.get('url') ?? undefined),
    icon: linked('icon', href('rel', 'icon')),
    feed: `${origin}/feed.xml`,
    sitemap: `${origin}/sitemap.xml`,
    'robots.txt': `${origin}/robots.txt`,
    'ads.txt': `${origin}/ads.txt`,
    'llms.txt': `${origin}/llms.txt`,
    'story as Markdown': `${addresses.article}.md`,
    manifest: linked('manifest', href('rel', 'manifest')),
    'social image': linked('social image', socialImageOf(html)),
    worker: `${origin}/sw.js`,
    'offline page': `${origin}/offline`,
    'feed that is not there': `${origin}/category/none/feed.xml`,
    'picture that is not there': `${origin}/images/000000000000/none.webp`,
    'refused request': `${origin}/api/revalidate`,
    'address with a slash too many': `${origin}/archive/`,
    'address with two slashes': `${origin}/archive//2026`,
    'address with a broken escape': `${origin}/%E0%A4%A`,
  };
}

const kinds = [
  'style',
  'font',
  'resized picture',
  'picture',
  'icon',
  'feed',
  'sitemap',
  'robots.txt',
  'ads.txt',
  'llms.txt',
  'story as Markdown',
  'manifest',
  'social image',
  'worker',
  'offline page',
  'feed that is not there',
  'picture that is not there',
  'refused request',
  'address with a slash too many',
  'address with two slashes',
  'address with a broken escape',
];

function socialImageOf(html: string): string | undefined {
  const tag = tagsOf(html, 'meta').find((meta) => attributeOf(meta, 'property') === 'og:image');
  return tag && attributeOf(tag, 'content');
}

function expectSafeHeaders({ headers }: Answer) {
  expect(headers['content-security-policy'] ?? '', 'Content-Security-Policy').toMatch(
    /default-src 'none'|script-src 'none'/,
  );
  expect(headers['strict-transport-security'], 'Strict-Transport-Security').toMatch(/^max-age=\d{8,}/);
  expect(headers['x-content-type-options'], 'X-Content-Type-Options').toBe('nosniff');
  expect(headers['referrer-policy'], 'Referrer-Policy').toBe('strict-origin-when-cross-origin');
  expect(headers['permissions-policy'], 'Permissions-Policy').toContain('geolocation=()');
  expect(headers['x-powered-by'], 'X-Powered-By').toBeUndefined();
}

for (const type of pageTypes) {
  test(`the ${type} comes with safe headers`, async ({ paper }) => {
    expectSafeHeaders(await ask(paper.addresses[type]));
  });
}

for (const kind of kinds) {
  test(`the ${kind} comes with safe headers`, async ({ paper }) => {
    const addresses = await otherAddresses(paper);
    expectSafeHeaders(await ask(addresses[kind] ?? ''));
  });
}

test('an address with a broken escape is one of nothing, and no failure', async ({ paper }) => {
  const answer = await fetch(`${paper.origin}/%E0%A4%A`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('<h1');
});

test('caches keep each answer as long as it holds', async ({ paper }) => {
  const addresses = await otherAddresses(paper);
  const cacheControl = async (address: string) => (await ask(address)).headers['cache-control'];
  for (const kind of ['style', 'font', 'picture']) {
    expect([kind, await cacheControl(addresses[kind] ?? '')]).toEqual([kind, 'public, max-age=31536000, immutable']);
  }
  for (const type of ['front page', 'article', 'category'] as const) {
    expect([type, await cacheControl(paper.addresses[type])]).toEqual([type, expect.stringMatching(/s-maxage=15,/)]);
  }
  // Browsers would keep it for ever otherwise, and a story may come back.
  expect(await cacheControl(paper.addresses.withdrawn)).toContain('max-age=0,');
  for (const type of ['search', 'search with results'] as const) {
    expect([type, await cacheControl(paper.addresses[type])]).toEqual([
      type,
      expect.stringMatching(/private|no-store/),
    ]);
  }
});

test('a script that is not the paper’s own does not run', async ({ page, paper }) => {
  await page.route(paper.addresses.article, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</body>', '<script>document.title="stolen"</script></body>');
    await route.fulfill({ response, body });
  });
  const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'));
  await page.goto(paper.addresses.article);
  await refused;
  expect(await page.title()).not.toBe('stolen');
});

/** Asks for an address, and follows no redirect. */
function ask(address: string): Promise<Answer> {
  const { hostname, port, pathname: path, search } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: path + search }, (response) => {
      response.resume();
      const headers = Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join(', ') : value,
        ]),
      );
      resolve({ headers });
    });
    asked.once('error', reject);
    asked.end();
  });
}
