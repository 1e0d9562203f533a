import './load-env.mjs';
import './end-with-npm.mjs';
import { spawn } from 'node:child_process';
import { installed } from './run-step.mjs';
import { serverMemory, serverMemoryEnv } from './server-memory.mjs';

// `npm start`: the site that was built. What follows -- goes to `next start`, as in npm start -- -p 4000.

const [node, next] = installed('next/dist/bin/next', 'start', ...process.argv.slice(2));
const before = ['./lib/cli/end-with-npm.mjs', './lib/log/start-log.mjs'].flatMap((file) => ['--import', file]);
const server = spawn(node, [serverMemory, ...before, ...next], {
  stdio: 'inherit',
  // How it ends is in lib/server/end-gracefully.ts.
  env: { ...process.env, ...serverMemoryEnv, NEXT_MANUAL_SIG_HANDLE: 'true' },
});
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.once('error', (error) => {
  console.error(`The server cannot be started: ${error.message}`);
  process.exitCode = 1;
});
server.once('exit', (status, signal) => {
  // Ended on request.
  process.exitCode = signal ? 0 : (status ?? 1);
});
