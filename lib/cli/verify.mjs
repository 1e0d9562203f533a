import './check-node.mjs';
import './end-with-npm.mjs';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPostgres } from '../edition/find-postgres.mjs';
import { findNginx } from '../front/find-nginx.mjs';
import { findRedis } from '../page-cache/find-redis.mjs';
import { findBrowser } from './find-browser.mjs';
import { installFromSystem } from './install-from-system.mjs';
import { install } from './install.mjs';
import { endOnSignal, installed, npm, runStep } from './run-step.mjs';

// `npm run verify`: everything that must hold before a change is taken, counted. Plain JavaScript, because nothing may
// be installed yet.

endOnSignal();

/** Where the end-to-end tests serve the build; its pages name their own address, so it is built for that one. */
const testPort = '3100';

// What is verified is the project with its sample paper, whatever paper this machine usually serves. Empty means
// default, and keeps Next from filling in .env.
Object.assign(process.env, {
  PORT: testPort,
  SITE_URL: `http://localhost:${testPort}`,
  CONTENT_DIR: '',
  EDITION_URL: '',
  PUBLISH_SECRET: '',
  PUBLISH_TO: '',
  REDIS_URL: '',
  LOG_FORMAT: '',
  OTEL_EXPORTER_OTLP_ENDPOINT: '',
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: '',
});

const reports = mkdtempSync(path.join(tmpdir(), 'slugline-verify-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
const unitReport = path.join(reports, 'vitest.json');
const browserReport = path.join(reports, 'playwright.json');

const tally = { passed: 0, failed: 0, skipped: 0 };

await verify();

const counts = [`${tally.passed} passed`, `${tally.failed} failed`];
if (tally.skipped > 0) counts.push(`${tally.skipped} skipped`);
console.log(counts.join(', '));
process.exit(tally.failed > 0 ? 1 : 0);

async function verify() {
  const installation = await install();
  if (installation && !installation.ok) {
    conclude('packages', installation);
    return;
  }
  await check('format', installed('prettier/bin/prettier.cjs', '--check', '.'));
  // These two write the types of the content and of the routes, which the sources import.
  await check('content', installed('tsx/dist/cli.mjs', 'lib/cli/build-edition.ts'));
  await check('route types', installed('next/dist/bin/next', 'typegen'));
  await check('lint', installed('eslint/bin/eslint.js', '.'));
  await check('types', installed('typescript/bin/tsc', '--noEmit'));
  // Without, there is no list of the tests that it would have run.
  if (!(await makeReady(findPostgres, 'postgresql', 'Postgres of version 15 or newer'))) tally.skipped += 1;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  await check('unit tests', installed('vitest/vitest.mjs', 'run', ...reporters), { count: countUnitTests });
  // The usual build, and a folder of it that runs by itself, which takes 5 s more.
  const build = await check('build', npm('run', '--silent', 'standalone'));
  if (build.ok) await checkInBrowser();
  else conclude('browser tests', { ok: false, output: 'There is no build to test.', seconds: 0 });
}

async function checkInBrowser() {
  const { browser, refusal } = await findBrowser();
  if (refusal) {
    conclude('browser tests', { ok: false, output: refusal, seconds: 0 });
    return;
  }
  await makeReady(findNginx, 'nginx', 'nginx');
  await makeReady(findRedis, 'redis-server', 'Redis');
  await check('browser tests', installed('@playwright/test/cli.js', 'test'), {
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON: browserReport },
    count: countBrowserTests,
  });
}

/**
 * Installs what tests need of the system, where it is missing and may be installed; what needs it is skipped without.
 *
 * @param {() => string | undefined} find where it is
 * @param {string} name of its package
 * @param {string} what it is, “nginx”
 * @returns {Promise<boolean>} whether it is there
 */
async function makeReady(find, name, what) {
  if (find()) return true;
  // The package starts a server, which somebody's own machine should not get from a test.
  if (process.getuid?.() === 0) await installFromSystem(name, what);
  if (find()) return true;
  console.log(`There is no ${what}, so its tests are skipped. Install it with the package manager of your system.`);
  return false;
}

async function check(name, invocation, { env, count } = {}) {
  const result = await runStep(name, invocation, { env });
  conclude(name, result, count);
  return result;
}

/** Prints how a step went and adds it to the tally, as one or as the tests that it counts. */
function conclude(name, { ok, output, seconds }, count) {
  const counted = count?.() ?? { passed: ok ? 1 : 0, failed: 0, skipped: 0 };
  // A step can fail with no test that did: a file that does not load, a server that does not start.
  if (!ok && counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(tally)) tally[key] += counted[key];
  if (!ok) console.log(output);
  console.log(`${name}: ${ok ? 'passed' : 'failed'} (${seconds.toFixed(1)} s)`);
}

/** Undefined when the run ended before it wrote its report. */
function countUnitTests() {
  if (!existsSync(unitReport)) return undefined;
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
  return { passed, failed, skipped: numPendingTests + numTodoTests };
}

/** Undefined when the run ended before it wrote its report. */
function countBrowserTests() {
  if (!existsSync(browserReport)) return undefined;
  const { expected, flaky, unexpected, skipped } = JSON.parse(readFileSync(browserReport, 'utf8')).stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}
