import { existsSync } from 'node:fs';
import path from 'node:path';
import { installFromSystem } from './install-from-system.mjs';
import { installed, runStep } from './run-step.mjs';
import { succeeds } from './succeeds.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A download that takes longer has been cut off; in milliseconds. */
const downloadLimit = 5 * 60_000;

/**
 * A Chromium for the end-to-end tests: the one that CHROMIUM_PATH names, one on PATH, or Playwright's own; when there
 * is none, one is fetched, from Playwright or from the system's packages.
 *
 * @returns its path, or the sentence that says what to do
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    return starts(named)
      ? { browser: named }
      : { refusal: `CHROMIUM_PATH is “${named}”, which does not start. Set it to a Chromium or Chrome, or unset it.` };
  }
  const found = onPath() ?? (await playwrightsOwn());
  if (found) return { browser: found };

  await runStep('Fetching a browser for Playwright', installed('@playwright/test/cli.js', 'install', 'chromium'), {
    limit: downloadLimit,
  });
  const fetched = await playwrightsOwn();
  if (fetched) return { browser: fetched };

  await installFromSystem('chromium', 'Chromium');
  const browser = onPath() ?? (await playwrightsOwn());
  if (browser) return { browser };
  return {
    refusal:
      'There is no browser for the end-to-end tests. Type “npx playwright install --with-deps chromium”, or set CHROMIUM_PATH to a Chromium or Chrome.',
  };
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find(starts);
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) && starts(file) ? file : undefined;
}

/** Some systems have a file of the name that only tells how to get the browser; others lack its libraries. */
function starts(file) {
  return succeeds(file, ['--version']);
}
