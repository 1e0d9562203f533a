import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type ReporterDescription } from '@playwright/test';
import { browserSwitches } from './lib/browser-switches';

/** Not the one that `npm run up` takes, so that tests run beside it. */
const port = 3100;
const address = `http://localhost:${port}`;

const report = process.env.PLAYWRIGHT_JSON;
const reporter: ReporterDescription[] = [['list']];
if (report) reporter.push(['json', { outputFile: report }]);

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter,
  use: {
    baseURL: address,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || chromiumOnPath(),
      args: browserSwitches,
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `npx next start -p ${port}`,
    url: address,
    env: { PORT: String(port), SITE_URL: address, NEXT_TELEMETRY_DISABLED: '1' },
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});

/** Undefined leaves the choice to Playwright, which then takes its own. */
function chromiumOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, 'chromium')).find((file) => existsSync(file));
}
