import './load-env.mjs';
import './end-with-npm.mjs';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readFrontMatter } from '../content/front-matter';
import { problemReport } from '../content/problem-report';
import { Desk } from '../desk/desk';
import { deskPage } from '../desk/desk-page';
import { buildDeskScript } from '../desk/desk-script';
import { deskServer } from '../desk/desk-server';
import { readForms } from '../desk/forms';
import { loadKeystaticKit } from '../desk/keystatic-kit';
import { startPaperCheck } from '../desk/paper-check';
import { roundTripBy } from '../desk/round-trip';
import { readNewsroom } from '../newsroom';
import { readSettings } from '../settings';

/** `npm run desk`: the newsroom's files in a browser, for people who do not use git. */

try {
  await startDesk();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function startDesk(): Promise<void> {
  const { contentDir, deskPort, editionAddress } = readSettings();
  const projectDir = process.cwd();
  const { timeZone } = await readNewsroom(contentDir);
  const { name } = readFrontMatter(await readFile(path.join(contentDir, 'site.yaml'), 'utf8'), true).data;
  const check = startPaperCheck({ contentDir, editionAddress, projectDir });
  const [script, kit] = await Promise.all([buildDeskScript(projectDir), loadKeystaticKit()]);
  const forms = readForms();
  const desk = new Desk({ contentDir, forms, roundTrip: roundTripBy(kit), check });
  const problems = await check();
  if (problems.length > 0) console.error(problemReport(problems, 'the desk works, and the paper cannot be published'));
  const html = deskPage({ forms, paper: { name: typeof name === 'string' ? name : 'The desk', timeZone } });
  const server = deskServer(desk, { html, script });
  server.listen(deskPort, '127.0.0.1');
  await once(server, 'listening').catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(
      `Port ${deskPort} is taken by another program. Choose a free one: DESK_PORT=${deskPort + 1} npm run desk`,
    );
  });
  console.log(
    `The desk is at http://localhost:${deskPort}, for this machine only, and edits ${contentDir} (Ctrl+C ends it)`,
  );
}
