import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a copy of the project to build in, with its history and with what is not committed yet, and without what git
 * ignores: a host gets neither .env nor an earlier build.
 */
export function copyProject(projectDir: string, copyDir: string): void {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', projectDir, copyDir], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const deleted = new Set(list(projectDir, '--deleted'));
  for (const file of deleted) rmSync(path.join(copyDir, file), { force: true });
  for (const file of list(projectDir, '--modified', '--others', '--exclude-standard')) {
    if (deleted.has(file)) continue;
    mkdirSync(path.dirname(path.join(copyDir, file)), { recursive: true });
    cpSync(path.join(projectDir, file), path.join(copyDir, file));
  }
}

function list(projectDir: string, ...args: string[]): string[] {
  return execFileSync('git', ['ls-files', '-z', ...args], { cwd: projectDir, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
}
