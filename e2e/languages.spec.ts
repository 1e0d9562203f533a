import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import { fetchPage } from './fetched-page';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { startServer, type Server } from './server';

type Language = {
  name: string;
  locale: string;
  direction: 'ltr' | 'rtl';
  paper: string[];
  author: string;
  sections: [string, string];
  story: Omit<Story, 'slug' | 'publishedAt'>;
  /** What it has in the language's own script. */
  script: RegExp;
  /** The first column of the calendar. */
  firstWeekday: string;
  searchFor: string;
};

const languages: Language[] = [
  {
    name: 'Arabic',
    locale: 'ar-EG',
    direction: 'rtl',
    paper: ['name: جريدة الميناء', 'tagline: أخبار البحر والبر', 'description: أخبار ميناء صغير.'],
    author: 'مينا بارك',
    sections: ['الميناء', 'البستان'],
    script: /\p{Script=Arabic}/u,
    firstWeekday: 'السبت',
    searchFor: 'العبّارة',
    story: {
      title: 'العبّارة تعود إلى الميناء بعد عاصفة الشتاء',
      summary: 'ما الذي تغيّر في مواعيد السفن، وما الذي بقي على حاله.',
      more: ["source: { name: 'هيئة الميناء', url: 'https://example.org/' }"],
      body: [
        'عادت **العبّارة** إلى الميناء صباح اليوم، وقال الربان إن البحر هادئ.[^1]',
        '## المواعيد الجديدة',
        '| اليوم | الرحلات |\n| --- | ---: |\n| السبت | 12 |\n| الأحد | 8 |',
        '- **الرياح.** خفّت منذ الليل.\n- **الأمواج.** لا تزيد على متر.',
        '[^1]: من بيان هيئة الميناء.',
      ].join('\n\n'),
    },
  },
  {
    name: 'Japanese',
    locale: 'ja',
    direction: 'ltr',
    paper: ['name: みなと新聞', 'tagline: 海と町のたより', 'description: 小さな港町のニュース。'],
    author: '朴美奈',
    sections: ['港', '果樹園'],
    script: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    firstWeekday: '日曜日',
    searchFor: '連絡船',
    story: {
      title: '連絡船が港に戻る、冬の嵐のあとで',
      summary: '船の時刻表で変わったことと、変わらないこと。',
      more: ["source: { name: '港湾局', url: 'https://example.org/' }"],
      body: [
        'けさ、**連絡船**が港に戻りました。船長は海が穏やかだと話しています。[^1]',
        '## 新しい時刻表',
        '| 曜日 | 便数 |\n| --- | ---: |\n| 土曜日 | 12 |\n| 日曜日 | 8 |',
        '- **風。** 夜のうちに弱まりました。\n- **波。** 一メートルを超えません。',
        '[^1]: 港湾局の発表による。',
      ].join('\n\n'),
    },
  },
];

for (const language of languages) {
  const test = base.extend<object, { paper: { newsroom: Newsroom; server: Server; story: Story } }>({
    paper: [
      async ({}, provide) => {
        const newsroom = openNewsroom({
          paper: [...language.paper, `locale: ${language.locale}`],
          author: language.author,
          sections: language.sections,
        });
        const story = { ...language.story, slug: 'the-ferry', publishedAt: new Date('2026-10-04T08:00:00Z') };
        newsroom.write(story);
        for (let day = 10; day < 25; day += 1) {
          const publishedAt = new Date(`2026-09-${day}T08:00:00Z`);
          newsroom.write({ ...language.story, slug: `story-${day}`, publishedAt, category: 'orchard' });
        }
        await newsroom.publish();
        const server = await startServer(newsroom.env);
        // The build rendered the front page of the sample paper, which is made anew once it is some seconds old.
        const front = async () => (await fetchPage(`${server.address}/`)).html;
        await expect.poll(front, { timeout: 40_000 }).toContain(`lang="${language.locale}"`);
        await provide({ newsroom, server, story });
        await server.stop();
        newsroom.destroy();
      },
      { scope: 'worker' },
    ],
  });

  test.describe(`a paper in ${language.name}`, () => {
    test.describe.configure({ timeout: 90_000 });

    const pages = (story: Story): Record<string, string> => ({
      'front page': '/',
      'front page 2': '/page/2',
      story: pathOf(story),
      section: '/category/harbour',
      author: '/author/mina-park',
      year: '/2026',
      month: '/2026/10',
      day: '/2026/10/04',
      corrections: '/corrections',
      withdrawals: '/withdrawals',
      about: '/about',
      search: `/search?q=${encodeURIComponent(language.searchFor)}&from=never`,
      'search without results': '/search?q=qzxwvjk',
      'not found': '/no-such-page',
    });

    for (const name of Object.keys(pages({ slug: '', publishedAt: new Date(0) }))) {
      test(`says everything on the ${name} in its own language, written its own way`, async ({ page, paper }) => {
        await page.setViewportSize({ width: 360, height: 780 });
        await page.goto(paper.server.address + (pages(paper.story)[name] ?? ''));
        const root = page.locator('html');
        await expect(root).toHaveAttribute('lang', language.locale);
        await expect(root).toHaveAttribute('dir', language.direction);

        // What stays Latin in any language: addresses, names of services, and what the reader typed.
        const kept = /[\w.-]+@[\w.-]+|WhatsApp|Bluesky|LinkedIn|The Publisher|UTC|qzxwvjk|never|404/g;
        const latin = /[a-z]{2,}/i;
        const names = await page
          .locator('[aria-label], [placeholder], abbr[title]')
          .evaluateAll((elements) =>
            elements.flatMap((element) =>
              ['aria-label', 'placeholder', 'title'].map((attribute) => element.getAttribute(attribute) ?? ''),
            ),
          );
        const texts = [...(await page.locator('body').innerText()).split('\n'), ...names];
        const foreign = [await page.title(), ...texts].filter((text) => latin.test(text.replaceAll(kept, '')));
        expect(foreign).toEqual([]);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(language.script);

        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, 'the page scrolls sideways').toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }

    test('begins the weeks of its calendar as its readers do', async ({ page, paper }) => {
      await page.goto(`${paper.server.address}/2026/10`);
      const calendar = page.getByRole('table');
      await expect(calendar.getByRole('columnheader').first().locator('abbr')).toHaveAttribute(
        'title',
        language.firstWeekday,
      );
    });

    test('finds a story by a word of its language', async ({ page, paper }) => {
      await page.goto(`${paper.server.address}/search?q=${encodeURIComponent(language.searchFor)}`);
      await expect(page.getByRole('main').getByRole('link', { name: language.story.title }).first()).toBeVisible();
    });
  });
}

base.describe('a story in another language than the paper’s', () => {
  const publishedAt = new Date('2026-10-04T08:00:00Z');
  const english: Story = {
    slug: 'the-ferry',
    publishedAt,
    more: ['translations: [{ lang: ar, url: /2026/10/04/al-abbara }]'],
  };
  const arabic: Story = {
    ...languages[0]?.story,
    slug: 'al-abbara',
    publishedAt,
    more: ['lang: ar', "source: { name: 'هيئة الميناء', url: 'https://example.org/' }"],
  };
  let newsroom: Newsroom;
  let server: Server;

  base.beforeAll(async () => {
    newsroom = openNewsroom();
    newsroom.write(english);
    newsroom.write(arabic);
    await newsroom.publish();
    server = await startServer(newsroom.env);
  });

  base.afterAll(async () => {
    await server.stop();
    newsroom.destroy();
  });

  base('is marked as such and written its own way, among words of the paper', async ({ page }) => {
    await page.goto(server.address + pathOf(arabic));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
    for (const part of [page.getByRole('heading', { level: 1 }), page.locator('.story').first()]) {
      await expect(part).toHaveAttribute('lang', 'ar');
      await expect(part).toHaveAttribute('dir', 'rtl');
    }
    await expect(page.getByRole('main').getByText('1 minute to read')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

    await page.goto(`${server.address}/category/harbour`);
    const listed = page.getByRole('main').getByRole('link', { name: arabic.title });
    await expect(listed).toHaveAttribute('lang', 'ar');
    await expect(page.getByRole('link', { name: `The story of ${english.slug}` })).not.toHaveAttribute('lang');
  });

  base('leads to its translation and back, for readers and for search engines', async ({ page }) => {
    const told = { 'en-GB': server.address + pathOf(english), ar: server.address + pathOf(arabic) };
    for (const [from, to, name] of [
      [english, arabic, 'العربية'],
      [arabic, english, 'British English'],
    ] as const) {
      await page.goto(server.address + pathOf(from));
      const alternates = await page
        .locator('link[rel=alternate][hreflang]')
        .evaluateAll((links) => links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]));
      expect(Object.fromEntries(alternates)).toEqual(told);
      await page.getByRole('navigation', { name: 'In other languages' }).getByRole('link', { name }).click();
      await expect(page).toHaveURL(server.address + pathOf(to));
    }
  });
});
