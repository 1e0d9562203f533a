import path from 'node:path';
import { expect } from '@playwright/test';
import { componentExamples } from '@/lib/guide/examples';
import { test } from './page-types';

test('the style guide shows every component as written, and prints it with every prop', async ({ page, paper }) => {
  await page.goto(paper.addresses['style guide']);
  const main = page.getByRole('main');
  const written = (await main.locator('pre').allTextContents()).map((text) => text.trim());
  const printed = await main.evaluate((element) => {
    for (const code of element.querySelectorAll('pre')) code.remove();
    const links = [...element.querySelectorAll('a')].map((link) => link.href);
    const pictures = [...element.querySelectorAll('img')].flatMap(({ alt, src }) => [alt, src]);
    return [element.textContent, ...links, ...pictures].join('\n');
  });
  for (const [name, { sources }] of Object.entries(componentExamples)) {
    for (const source of sources) {
      expect(written, name).toContain(source);
      for (const [, prop, value = ''] of source.matchAll(/ (\w+)="([^"]*)"/g)) {
        expect(printed, `${prop} of ${name}`).toContain(prop === 'src' ? path.basename(value) : value);
      }
    }
  }
});
