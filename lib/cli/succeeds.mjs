import { execFileSync } from 'node:child_process';

/** In milliseconds. */
const patience = 20_000;

/**
 * Whether a command can be started, and ends with status 0 in time.
 *
 * @param {string} file
 * @param {string[]} args
 */
export function succeeds(file, args) {
  try {
    execFileSync(file, args, { stdio: 'ignore', timeout: patience });
    return true;
  } catch {
    return false;
  }
}
