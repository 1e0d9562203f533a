import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect } from '@playwright/test';
import { fetchPage } from './fetched-page';
import { pageTypes, test } from './page-types';

const resolve = createRequire(path.resolve('package.json')).resolve;
const jar = path.join(path.dirname(resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');

test('the Nu HTML checker finds no error on any sort of page', async ({ paper }, testInfo) => {
  const hasJava = (await java('-version')).code === 0;
  if (!hasJava) console.log('The HTML check is left out: it needs Java, and there is no “java” here.');
  test.skip(!hasJava, 'The HTML check needs Java.');
  test.setTimeout(180_000);
  const folder = testInfo.outputPath('pages');
  mkdirSync(folder, { recursive: true });
  for (const type of pageTypes) {
    writeFileSync(path.join(folder, `${type}.html`), (await fetchPage(paper.addresses[type])).html);
  }
  const { code, output } = await java('-jar', jar, '--errors-only', folder);
  expect(output.replaceAll(`file:${encodeURI(folder)}/`, '')).toBe('');
  expect(code).toBe(0);
});

/** @returns code undefined where there is no Java */
function java(...args: string[]): Promise<{ code: number | undefined; output: string }> {
  return new Promise((settle) => {
    const child = execFile('java', args, { maxBuffer: 10_000_000 }, (_, stdout, stderr) => {
      settle({ code: child.exitCode ?? undefined, output: stdout + stderr });
    });
  });
}
