import { expect } from '@playwright/test';
import { fetchPage, fetchPages, insideOf, linksOf, pagesLinkedFrom, tagsOf, wordsOf } from './fetched-page';
import { openNewsroom, pathOf, type Story } from './newsroom';
import { articlePath, test, type Paper } from './page-types';
import { startServer } from './server';

test('what was looked for is marked in what was found', async ({ page, paper }) => {
  await page.goto(paper.addresses['search with results']);
  const word = new URL(page.url()).searchParams.get('q')?.toLowerCase() ?? '';
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('status')).toContainText(new RegExp(`^\\d+ (story|stories) for “${word}”`, 'i'));
  const items = results.getByRole('listitem').filter({ has: page.getByRole('heading') });
  expect(await items.count()).toBeGreaterThan(0);
  for (const item of await items.all()) {
    const [first = ''] = await item.locator('mark').allTextContents();
    expect(first.toLowerCase()).toContain(word);
  }
  await expect(page.getByRole('searchbox', { name: 'Words' })).toHaveValue(new RegExp(word, 'i'));
});

test('a search is narrowed by section, by author and by days', async ({ page, paper }) => {
  const query = await commonWord(paper);
  await page.goto(`${paper.addresses.search}?q=${query}`);
  const form = page.getByRole('search', { name: 'Search stories' });
  const results = page.getByRole('region', { name: 'Results' });
  const links = results.getByRole('heading', { level: 2 }).getByRole('link');
  const all = await totalOf(`${paper.addresses.search}?q=${query}`);

  await form.getByLabel('Section').selectOption({ index: 1 });
  const section = await form.getByLabel('Section').inputValue();
  await form.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(new RegExp(`category=${section}`));
  const ofSection = results.getByRole('listitem').filter({ has: page.getByRole('heading') });
  const count = await ofSection.count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(all);
  await expect(ofSection.locator(`a[href="/category/${section}"]`)).toHaveCount(count);

  await form.getByLabel('Section').selectOption({ index: 0 });
  const author = new URL(paper.addresses.author).pathname.split('/').pop() ?? '';
  await form.getByLabel('Author').selectOption(author);
  await form.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(new RegExp(`author=${author}`));
  const stories = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  expect(stories.length).toBeGreaterThan(0);
  expect(stories.length).toBeLessThan(all);
  for (const story of await fetchPages(stories.map((path) => paper.origin + path))) {
    expect(linksOf(story, 'author')).toContain(paper.addresses.author);
  }

  await form.getByLabel('Author').selectOption({ index: 0 });
  const [, year, month] = new URL(paper.addresses.month).pathname.split('/');
  const [from, to] = [`${year}-${month}-01`, `${year}-${month}-15`];
  await form.getByLabel('From').fill(from);
  await form.getByLabel('To').fill(to);
  await form.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(new RegExp(`from=${from}&to=${to}`));
  const days = await results
    .locator('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(days.length).toBeGreaterThan(0);
  expect(days.length).toBeLessThan(all);
  for (const day of days) expect(day.slice(0, 10) >= from && day.slice(0, 10) <= to, day).toBe(true);
});

test('results come in pages that repeat and lose nothing, and keep the search', async ({ page, paper }) => {
  const query = await commonWord(paper);
  const total = await totalOf(`${paper.addresses.search}?q=${query}`);
  await page.goto(`${paper.addresses.search}?q=${query}&from=2000-01-01`);
  const pages = page.getByRole('navigation', { name: /pages: results/i });
  const links = page.getByRole('region', { name: 'Results' }).getByRole('heading', { level: 2 }).getByRole('link');
  const seen: string[] = [];
  for (;;) {
    seen.push(...(await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))));
    await expect(pages.locator('[aria-current=page]')).toHaveCount(1);
    const older = pages.getByRole('link', { name: 'Older' });
    if ((await older.count()) === 0) break;
    const before = page.url();
    await older.click();
    await page.waitForURL((url) => url.href !== before && url.searchParams.get('from') === '2000-01-01');
  }
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
});

const hostileQueries = {
  'one quotation mark': '"',
  'open quotation': '"sea lanes',
  'empty quotation': '""',
  'single quotation mark': "o'clock's",
  star: '*',
  'word and star': 'sea*',
  'leading star': '*sea',
  near: 'NEAR(sea lane, 5)',
  'bare near': 'NEAR',
  operators: 'AND OR NOT',
  'hanging operator': 'sea AND',
  column: 'title:sea',
  caret: '^sea + lane - -',
  brackets: '((((',
  braces: '{title summary}: sea',
  emoji: '🌊🚢',
  'family of joined emoji': '👩‍👩‍👧‍👦',
  'right to left': '\u202eبحر',
  'combining marks': 'e\u0301\u0301\u0301',
  'one mark alone': '\u0301',
  '10 kB': 'a'.repeat(10_000),
  '10 kB of words': 'sea '.repeat(2_500),
  'control characters': '\u0001\u0002sea\u0003\u001f\u007f',
  'null character': 'sea\u0000lane',
  'lines and tabs': 'sea\r\n\tlane',
  sql: "'; DROP TABLE articles; --",
  'sql of one line': "1' OR '1'='1' UNION SELECT name FROM sqlite_master --",
  html: '<script>alert(1)</script>',
  'html in an attribute': '" autofocus onfocus="alert(1)',
  'percent signs': '100% %_ %zz',
  blanks: '   ',
  nothing: '',
};

for (const [name, query] of Object.entries(hostileQueries)) {
  test(`a search for ${name} is answered`, async ({ paper }) => {
    const { status, html } = await fetchPage(`${paper.addresses.search}?q=${encodeURIComponent(query)}`);
    expect(status).toBe(200);
    const main = insideOf(html, 'main');
    expect(wordsOf(main).join(' ')).toMatch(/\d+ (story|stories) for|Nothing found for|Write a word/);
    expect(html).toMatch(/<\/html>$/);
    expect(tagsOf(main, 'script')).toEqual([]);
    const attributes = tagsOf(html, 'input').map((tag) => tag.replace(/"[^"]*"/g, ''));
    expect(attributes.filter((names) => /autofocus|onfocus/.test(names))).toEqual([]);
  });
}

test('filters and pages that make no sense are answered, and mended or said', async ({ paper }) => {
  const { search } = paper.addresses;
  const said = {
    'q=sea&from=2025-99-99': /is not a date/,
    'q=sea&to=tomorrow': /is not a date/,
    'q=sea&from=2026-01-02&to=2026-01-01': /first day is after the last/i,
  };
  for (const [params, sentence] of Object.entries(said)) {
    const { status, html } = await fetchPage(`${search}?${params}`);
    expect(status, params).toBe(200);
    expect(wordsOf(insideOf(html, 'main')).join(' '), params).toMatch(sentence);
  }
  const borne = [
    'category=../../etc',
    "category='--",
    'author=%00',
    'page=-1',
    'page=0',
    'page=1e99',
    'page=x',
    'page=50',
  ];
  for (const params of [...borne, 'q=lane', 'q[]=lane', 'category=a&category=b', 'from[$gt]=', '__proto__=x']) {
    expect((await fetchPage(`${search}?q=sea&${params}`)).status, params).toBe(200);
  }
  expect((await fetchPage(`${search}?q=%E0%A4%A`)).status, 'an address that does not decode').toBeLessThan(500);
});

test('after all this the paper still finds what it found', async ({ paper }) => {
  const page = await fetchPage(paper.addresses['search with results']);
  expect(pagesLinkedFrom({ ...page, html: insideOf(page.html, 'main') }, articlePath).length).toBeGreaterThan(0);
});

test('a headline goes before a standfirst, and that before a text that says it four times', async () => {
  const newsroom = openNewsroom();
  const day = (number: number) => new Date(Date.UTC(2020, 4, number, 8));
  // The worse the match, the newer and the earlier in the alphabet, so that neither order can be taken for this one.
  const often = 'A barnacle sat on the hull of the ferry. The harbour master looked at it and went home. '.repeat(4);
  const stories: Story[] = [
    { slug: 'c-headline', publishedAt: day(1), title: 'A barnacle census for the whole of the northern coast' },
    { slug: 'b-standfirst', publishedAt: day(2), summary: 'Every barnacle on the coast was counted.' },
    { slug: 'a-text', publishedAt: day(3), body: often },
  ];
  for (const story of [...stories, { slug: 'other', publishedAt: day(4) }]) newsroom.write(story);
  try {
    await newsroom.publish();
    const server = await startServer(newsroom.env);
    try {
      const page = await fetchPage(`${server.address}/search?q=barnacle`);
      const found = pagesLinkedFrom({ ...page, html: insideOf(page.html, 'main') }, articlePath);
      expect(found.map((link) => new URL(link).pathname)).toEqual(stories.map(pathOf));
    } finally {
      await server.stop();
    }
  } finally {
    newsroom.destroy();
  }
});

test('a mistyped word finds what was meant, and says so', async ({ page, paper }) => {
  const word = (new URL(paper.addresses['search with results']).searchParams.get('q') ?? '').toLowerCase();
  const typed = `${word.slice(0, 3)}x${word.slice(3)}`;
  await page.goto(`${paper.addresses.search}?q=${typed}`);
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('status')).toHaveText([
    new RegExp(`for “${word}`, 'i'),
    new RegExp(`^No story holds “${typed}”; these hold “${word}`, 'i'),
  ]);
  await expect(results.getByRole('heading', { level: 2 }).first()).toBeVisible();
});

test('results are read from the best on or from the newest on', async ({ page, paper }) => {
  await page.goto(`${paper.addresses.search}?q=${await commonWord(paper)}`);
  const days = () =>
    page
      .getByRole('region', { name: 'Results' })
      .locator('time')
      .evaluateAll((times) => times.map((time) => Date.parse(time.getAttribute('datetime') ?? '')));
  const best = await days();
  await page.getByLabel('Order').selectOption({ label: 'Newest first' });
  await page.getByRole('search', { name: 'Search stories' }).getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/sort=newest/);
  const newest = await days();
  expect(newest).toEqual([...newest].sort((a, b) => b - a));
  expect(best).not.toEqual(newest);
  await expect(page.getByLabel('Order')).toHaveValue('newest');
});

/** A word that more stories hold than one page of results shows. */
async function commonWord(paper: Paper): Promise<string> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(insideOf((await fetchPage(paper.addresses.article)).html, 'main'))) {
    if (/^[a-z]{3,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [word] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (!word) throw new Error(`${paper.addresses.article} holds no word.`);
  return word;
}

async function totalOf(address: string): Promise<number> {
  const { html } = await fetchPage(address);
  const [, total = '0'] = /([\d,.]+) (?:story|stories) for/.exec(wordsOf(insideOf(html, 'main')).join(' ')) ?? [];
  return Number(total.replace(/[,.]/g, ''));
}
