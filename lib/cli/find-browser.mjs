import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { installed, runStep } from './run-step.mjs';

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

  await installFromSystem();
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
  return candidates.find((file) => isExecutable(file) && starts(file));
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) && starts(file) ? file : undefined;
}

async function installFromSystem() {
  if (!isExecutable('/usr/bin/apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !succeeds('sudo', ['-n', 'true'])) return;
  // As arguments of env, since sudo keeps little of the environment.
  const apt = (...args) => {
    const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return isRoot ? [quiet[0], quiet.slice(1)] : ['sudo', ['-n', ...quiet]];
  };
  await runStep('Updating the list of the system’s packages', apt('update'), { limit: downloadLimit });
  await runStep('Installing the system’s Chromium', apt('install', '-y', 'chromium'), { limit: downloadLimit });
}

/** Some systems have a file of the name that only tells how to get the browser; others lack its libraries. */
function starts(file) {
  return succeeds(file, ['--version']);
}

function succeeds(file, args) {
  try {
    execFileSync(file, args, { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
