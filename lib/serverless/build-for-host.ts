import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, runStep } from '../cli/run-step.mjs';

export type HostName = 'vercel' | 'aws';

/** Both are run by npm, and no dependency of the paper: the first alone has 290 packages and 360 MB. */
const packages = { vercel: 'vercel@59.25.4', aws: '@opennextjs/aws@4.1.16' };

const commands = {
  // The project below is not Vercel's, so nothing is asked of its servers with this.
  vercel: ['vercel', 'build', '--prod', '--yes', '--token', 'none'],
  aws: ['open-next', 'build'],
};

/** Neither says how it is used, nor looks for a newer version of itself. */
const quiet = { VERCEL_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1', CI: '1', NODE_ENV: undefined };

/**
 * Builds as a host does, in a copy of the project.
 *
 * @param env what is set for the build at the host
 * @throws Error with all that was printed, when it fails
 */
export async function buildForHost(host: HostName, copyDir: string, env: Record<string, string>): Promise<void> {
  rmSync(path.join(copyDir, '.next'), { recursive: true, force: true });
  if (host === 'vercel') linkToNowhere(copyDir);
  // Vercel installs by itself, as vercel.json says.
  else if (!existsSync(path.join(copyDir, 'node_modules'))) {
    await step('Installing', npm('ci', '--ignore-scripts', '--no-audit', '--no-fund'), copyDir, env);
  }
  // OpenNext would fetch a Next of its own, as its peer.
  const options = ['exec', '--yes', '--ignore-scripts', '--legacy-peer-deps', `--package=${packages[host]}`];
  await step(`Building with ${packages[host]}`, npm(...options, '--', ...commands[host]), copyDir, env);
}

async function step(what: string, invocation: [string, string[]], cwd: string, env: Record<string, string>) {
  const { ok, output, seconds } = await runStep(what, invocation, { cwd, env: { ...quiet, ...env } });
  if (!ok) throw new Error(`${output}\n\n${what} failed after ${Math.round(seconds)} s; the last lines above say why.`);
  console.log(`${what}: ${Math.round(seconds)} s`);
}

/** `vercel build` asks for a project of an account, and reads no more than its settings. */
function linkToNowhere(copyDir: string): void {
  mkdirSync(path.join(copyDir, '.vercel'), { recursive: true });
  const project = { projectId: 'prj_none', orgId: 'team_none', settings: { framework: 'nextjs' } };
  writeFileSync(path.join(copyDir, '.vercel', 'project.json'), JSON.stringify(project));
}
