import { readFileSync } from 'node:fs';

// Imported first, so that an old Node says what it lacks before something else fails in it for reasons unclear.

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const needed = engines.node.replace('>=', '');
const [neededMajor, neededMinor] = needed.split('.').map(Number);
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `Slugline needs Node.js ${needed} or newer, and this is ${process.versions.node}. Install the current LTS from https://nodejs.org/.`,
  );
  process.exit(1);
}
