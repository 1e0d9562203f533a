import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { countOf } from '../count-of';
import { engineAt } from '../edition/engine';
import { isPostgresAddress } from '../edition/engine-address.mjs';
import { withDraft } from '../edition/open-edition';
import { listWithdrawals } from '../withdrawals';
import { askPages } from './ask-pages';
import { startAws } from './aws-host';
import { buildForHost, type HostName } from './build-for-host';
import { hasClientRuntime } from './client-runtime';
import { copyProject } from './copy-project';
import { weighFunctions } from './weigh-functions';
import { allowWriting } from './start-runner';
import { startVercel } from './vercel-host';

const hosts: HostName[] = ['vercel', 'aws'];

/** Readers' address of the paper, when none is set: what is made up stays on this machine. */
const madeUpSite = 'https://news.example.org';

/**
 * Builds for serverless hosts, runs and asks what came of it, and prints what it saw.
 *
 * @param args names of hosts; all of them by default
 * @returns the exit status
 */
export async function checkServerless(args: string[], projectDir: string): Promise<number> {
  const unknown = args.find((name) => !hosts.some((host) => host === name));
  if (unknown !== undefined)
    throw new Error(`There is no host “${unknown}” here. Write vercel, aws, or nothing for both.`);
  const siteUrl = process.env.SITE_URL || madeUpSite;
  const { EDITION_URL } = process.env;
  if (EDITION_URL && !isPostgresAddress(EDITION_URL)) {
    throw new Error(
      'EDITION_URL names a file, and a bundle has only .slugline/edition.db. Unset it, or set it to postgres://….',
    );
  }
  const env = { SITE_URL: siteUrl, ...(EDITION_URL ? { EDITION_URL } : {}) };
  const workDir = mkdtempSync(path.join(os.tmpdir(), 'slugline-serverless-'));
  // Functions run as another user.
  chmodSync(workDir, 0o755);
  const copyDir = path.join(workDir, 'project');
  const problems: string[] = [];
  // Also when it is called off.
  process.once('exit', () => {
    allowWriting(workDir);
    rmSync(workDir, { recursive: true, force: true });
  });
  copyProject(projectDir, copyDir);
  for (const name of hosts.filter((host) => args.length === 0 || args.includes(host))) {
    console.log(`\n${name === 'vercel' ? 'Vercel' : 'AWS, by OpenNext'}`);
    await buildForHost(name, copyDir, env);
    const hostDir = path.join(workDir, name);
    mkdirSync(hostDir);
    const start = name === 'vercel' ? startVercel : startAws;
    const host = await start({ projectDir: copyDir, workDir: hostDir, siteUrl, env });
    try {
      problems.push(...weighFunctions(host.functions, EDITION_URL !== undefined));
      const heavy = [...host.keptPages].filter(([, html]) => hasClientRuntime(html)).map(([page]) => page);
      problems.push(
        ...heavy.map((page) => `${page} still has scripts of Next. See lib/no-client-runtime/strip-build.mjs.`),
      );
      console.log(
        `${host.keptPages.size} pages of the build go into the host’s cache, ${heavy.length} of them with scripts of Next.`,
      );
      const editionAddress = EDITION_URL ?? path.join(copyDir, '.slugline', 'edition.db');
      for (const { path: address, status, wrong } of await askPages(
        host,
        siteUrl,
        await withdrawnStory(editionAddress),
      )) {
        console.log(`  ${status}  ${address}`);
        problems.push(...wrong.map((what) => `${name}: ${address} (${status}): ${what}.`));
      }
    } finally {
      await host.end();
    }
  }
  for (const problem of problems) console.error(problem);
  console.log(
    `\n${problems.length === 0 ? 'All of it was as it should be.' : `${countOf(problems.length, 'thing')} to mend.`} Not tried, for want of an account: uploading, the host’s network in front, and its resizing of pictures.`,
  );
  return problems.length === 0 ? 0 : 1;
}

/** The address of a story that answers 410, where the paper has one. */
async function withdrawnStory(editionAddress: string): Promise<string | undefined> {
  const edition = engineAt(editionAddress).openToRead(editionAddress);
  try {
    const { items } = await withDraft(edition, () => listWithdrawals(1, new Date()));
    return items[0]?.path;
  } finally {
    await edition.destroy();
  }
}
