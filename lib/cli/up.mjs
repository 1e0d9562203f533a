import './check-node.mjs';
import './load-env.mjs';
import './end-with-npm.mjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { readPort, whyNotListen } from './port.mjs';
import { serverMemory, serverMemoryEnv } from './server-memory.mjs';
import { endAll, endOnSignal, installed, isEnding, npm, runStep, showProgress, start } from './run-step.mjs';

// `npm run up`: from a fresh clone to a site that answers. Plain JavaScript, because nothing is installed yet.

let isServing = false;
endOnSignal((usual) => (isServing ? 0 : usual));

const { port, refusal } = readPort();
const obstacle = refusal ?? (await whyNotListen(port, 'up'));
if (obstacle) giveUp(obstacle);

const installation = await install();
if (installation?.ok === false) giveUp('The packages could not be installed; npm says why above.', installation.output);

const build = await runStep('Building the site', npm('run', '--silent', 'build'));
if (!build.ok) giveUp('The site was not built; the reason stands above.', build.output);

await serve();

/** Prints what a failed step printed, then which one it was. */
function giveUp(sentence, output = '') {
  console.error(output ? `${output}\n\n${sentence}` : sentence);
  process.exit(1);
}

async function serve() {
  const progress = showProgress('Starting the server');
  const [node, next] = installed('next/dist/bin/next', 'start', '-p', String(port));
  const server = start(node, [serverMemory, ...next], serverMemoryEnv);
  // Next's banner is left out: until the site answers, what the server says matters only if it never does.
  let said = '';
  const keep = (chunk) => (said += String(chunk));
  server.stdout.on('data', keep);
  server.stderr.on('data', keep);
  const ended = new Promise((resolve) => server.once('close', (status) => resolve(status)));

  const answer = await Promise.race([firstAnswer(), ended.then(() => undefined)]);
  progress.stop();
  if (isEnding()) return;
  if (!answer) giveUp('The server ended before it answered; what it said stands above.', said.trim());
  if (answer.status >= 500) {
    await endAll();
    giveUp(`The front page answers with status ${answer.status}; what the server said stands above.`, said.trim());
  }

  isServing = true;
  server.stdout.off('data', keep).pipe(process.stdout);
  server.stderr.off('data', keep).pipe(process.stderr);
  console.log(`${await paperName()} is at http://localhost:${port} (Ctrl+C ends it)`);

  const status = await ended;
  if (isEnding()) return;
  console.error(`The server ended by itself, with status ${status}.`);
  process.exit(status || 1);
}

async function firstAnswer() {
  for (;;) {
    try {
      return await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(30_000) });
    } catch {
      // Nobody listens yet. That it may never happen is what the race with the server's end is for.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function paperName() {
  const { parse } = await import('yaml');
  return parse(readFileSync(path.resolve(process.env.CONTENT_DIR || 'content', 'site.yaml'), 'utf8')).name;
}
