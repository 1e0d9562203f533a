import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openNewsroom, pathOf, type Newsroom, type Story } from './newsroom';
import { startServer, type Server } from './server';

const publishedAt = new Date('2020-05-04T08:00:00Z');
const edited: Story = { slug: 'edited', publishedAt, title: 'Harbour closed to kites' };
const untouched: Story = { slug: 'untouched', publishedAt };
const punctuated: Story = { slug: 'punctuated', publishedAt };
const withdrawn: Story = { slug: 'taken-back', publishedAt };
const draft: Story = { slug: 'unfinished', publishedAt };
const hidden: Story = { slug: 'hidden', publishedAt };
const fields = (...more: string[]) => ({ more });

const opening =
  'The harbour has been closed to kites since Monday, the master of the port said in a short statement, and it will stay closed until the masts of the two ships at the eastern quay have been freed of their lines.';
const closing = 'Some 1,200 people had come for the spring festival.';

let newsroom: Newsroom;
let server: Server;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  newsroom = openNewsroom();
  const { write, commit } = newsroom;
  write({ ...edited, body: `${opening}\n\nNobody was hurt.\n\n${closing}` });
  write(untouched);
  write({ ...punctuated, body: 'The sea is calm.' });
  write({ ...withdrawn, body: 'First words.' });
  write({ ...draft, ...fields('status: draft'), body: 'Not for readers.' });
  write({ ...hidden, body: 'A name that nobody may read.' });
  await commit('A change', new Date('2020-05-04T07:00:00Z'));
  const monday = opening.replace('Monday', 'Sunday');
  write({ ...edited, body: `${monday}\n\nNobody was hurt.\n\n${closing.replace('1,200', '1,400')}` });
  write({ ...punctuated, body: 'The sea is calm!' });
  write({ ...draft, ...fields('status: draft'), body: 'Still not for readers.' });
  await commit('A change', new Date('2020-05-05T09:00:00Z'));
  const more = `${monday}\n\nNobody was hurt.\n\n${closing.replace('1,200', '1,400')}\n\nThe festival begins again in June.`;
  write({ ...edited, title: 'Harbour closed to kites for a week', body: more.replace('hurt.', 'hurt!') });
  write({ ...withdrawn, ...fields('status: withdrawn', 'withdrawnReason: It was wrong.') });
  write({ ...hidden, ...fields('historyFrom: 2020-05-06T00:00:00Z'), body: 'A text without it.' });
  await commit('A change', new Date('2020-05-06T10:30:00Z'));
  write({ ...edited, title: 'Harbour closed to kites for a week', body: more });
  await commit('A change', new Date('2020-05-07T10:30:00Z'));
  await newsroom.publish();
  server = await startServer(newsroom.env);
});

test.afterAll(async () => {
  await server?.stop();
  newsroom?.destroy();
});

const historyOf = (story: Story) => `${server.address}${pathOf(story)}/history`;

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a story that changed leads to what changed, word by word, the newest first, and back', async ({ page }) => {
    await page.goto(server.address + pathOf(edited));
    await page.getByRole('link', { name: 'Changed twice since publication' }).click();
    await expect(page).toHaveURL(historyOf(edited));
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 2 }).locator('time')).toHaveText([
      /6 May 2020.*10:30/,
      /5 May 2020.*09:00/,
      /4 May 2020.*08:00/,
    ]);
    const [last, first] = await main
      .getByRole('listitem')
      .filter({ has: page.locator('ins') })
      .all();
    await expect(last?.locator('ins') ?? main).toHaveText([/for a week/, /!/, /festival begins again in June/]);
    await expect(first?.locator('del') ?? main).toHaveText([/Monday/, /1,200/]);
    await expect(first?.locator('ins') ?? main).toHaveText([/Sunday/, /1,400/]);
    await expect(main).not.toContainText('Nobody was hurt. ');
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/);
    await main.getByRole('link', { name: 'Read the story' }).click();
    await expect(page).toHaveURL(server.address + pathOf(edited));
  });

  test('small edits are folded, and open', async ({ page }) => {
    await page.goto(server.address + pathOf(punctuated));
    await expect(page.getByRole('link', { name: /^Changed/ })).toHaveCount(0);
    await page.goto(historyOf(punctuated));
    const marks = page.getByRole('main').locator('details ins');
    await expect(marks).toBeHidden();
    await page.getByText('1 small edit (punctuation and spacing)').click();
    await expect(marks).toBeVisible();
    await expect(marks).toContainText('!');
  });

  test('a story that did not change says so', async ({ page }) => {
    await page.goto(historyOf(untouched));
    await expect(page.getByRole('main')).toContainText('The story has not changed since it was published.');
  });

  test('versions that the editors hide are not shown, and that is said', async ({ page }) => {
    await page.goto(historyOf(hidden));
    await expect(page.getByRole('main')).toContainText(/versions from before 6 May 2020.* are not shown/);
    expect(await page.content()).not.toContain('nobody may read');
  });

  test('a withdrawn story answers as its page does, and a draft has no history', async ({ page }) => {
    const taken = await page.goto(historyOf(withdrawn));
    expect(taken?.status()).toBe(410);
    expect(await page.content()).not.toContain('First words');
    for (const address of [historyOf(draft), historyOf({ ...draft, slug: 'never-written' })]) {
      expect((await page.goto(address))?.status()).toBe(404);
      expect(await page.content()).not.toContain('for readers');
    }
  });
});

test('marks are read without colour, and aloud', async ({ page }) => {
  await page.goto(historyOf(edited));
  const removed = page.getByRole('main').locator('li del', { hasText: 'Monday' });
  const added = page.getByRole('main').locator('li ins').first();
  await expect(removed).toHaveCSS('text-decoration-line', 'line-through');
  await expect(added).toHaveCSS('text-decoration-line', 'underline');
  await expect(removed).toContainText('removed: Monday');
  await expect(added).toContainText('added: ');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong, in ${colorScheme}, and nothing scrolls sideways`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(historyOf(edited));
    await page.locator('summary', { hasText: 'small edit' }).click();
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join()}`)).toEqual(
      [],
    );
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });
}
