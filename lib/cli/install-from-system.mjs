import { existsSync } from 'node:fs';
import { runStep } from './run-step.mjs';
import { succeeds } from './succeeds.mjs';

/** A download that takes longer has been cut off; in milliseconds. */
const downloadLimit = 5 * 60_000;

/**
 * Installs a package of the system, where that has apt-get and lets us.
 *
 * @param name of the package
 * @param what it is, “Chromium”
 */
export async function installFromSystem(name, what) {
  if (!existsSync('/usr/bin/apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !succeeds('sudo', ['-n', 'true'])) return;
  // As arguments of env, since sudo keeps little of the environment.
  const apt = (...args) => {
    const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return isRoot ? [quiet[0], quiet.slice(1)] : ['sudo', ['-n', ...quiet]];
  };
  await runStep('Updating the list of the system’s packages', apt('update'), { limit: downloadLimit });
  await runStep(`Installing the system’s ${what}`, apt('install', '-y', name), { limit: downloadLimit });
}
