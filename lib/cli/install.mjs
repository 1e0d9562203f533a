import { existsSync, readFileSync } from 'node:fs';
import { npm, runStep } from './run-step.mjs';

/**
 * Brings node_modules in line with package-lock.json, unless it is.
 *
 * @returns what `runStep` returns; undefined when there was nothing to do
 */
export async function install() {
  if (isInstalled()) return undefined;
  // typescript and the types are development dependencies, which NODE_ENV=production would leave out, and the build
  // needs them.
  return runStep('Installing what package-lock.json lists', npm('ci', '--include=dev', '--no-audit', '--no-fund'));
}

/** npm leaves a list of what it installed, once all of it is there. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const { '': project, ...wanted } = readPackages('package-lock.json');
  const present = readPackages(record);
  const isAsWanted = ([place, { version, integrity, ...conditions }]) => {
    const found = present[place];
    if (!found) return conditions.optional === true && !isForThisMachine(conditions);
    return found.version === version && found.integrity === integrity;
  };
  return (
    Object.entries(wanted).every(isAsWanted) &&
    Object.keys(present).every((place) => place in wanted) &&
    Object.keys({ ...project.dependencies, ...project.devDependencies }).every((name) =>
      existsSync(`node_modules/${name}`),
    )
  );
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** An optional package that names no machine came with another one, and is left out together with that. */
function isForThisMachine({ os, cpu, libc }) {
  if (!os && !cpu) return false;
  const isAmong = (list, mine) => !list || list.includes(mine);
  return isAmong(os, process.platform) && isAmong(cpu, process.arch) && isAmong(libc, libcHere());
}

function libcHere() {
  if (process.platform !== 'linux') return undefined;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}
