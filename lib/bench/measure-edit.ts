import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CorpusStory } from './corpus';
import { editHeadline } from './edit-headline';
import { percentile, type SizeFigures } from './figures';
import { processUsage } from './process-usage';
import type { Site } from './site';

const rounds = 5;

/** Between two looks at the site, in milliseconds. */
const pause = 50;

/**
 * How long an edit takes from the start of `npm run publish` until a reader sees it on the story, the front page and its
 * section, or, of an old story, on its page: the medians of some rounds. The site runs, and has been read.
 */
export async function measureEdits(site: Site, stories: Omit<CorpusStory, 'text'>[]): Promise<SizeFigures> {
  const newest = stories.at(-1);
  const old = stories[Math.floor(stories.length / 3)];
  if (!newest || !old) throw new Error('There are no stories to edit.');
  const seconds: number[] = [];
  const oldSeconds: number[] = [];
  const memory: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const category = /^category: (.+)$/m.exec(readStory(site, newest))?.[1] ?? '';
    const edited = await publishEdit(site, newest, `mark-${round}`, [newest.path, '/', `/category/${category}`]);
    seconds.push(edited.seconds);
    if (edited.memory) memory.push(edited.memory);
    oldSeconds.push((await publishEdit(site, old, `mark-${round}`, [old.path])).seconds);
  }
  return {
    editSeconds: percentile(seconds, 0.5),
    oldEditSeconds: percentile(oldSeconds, 0.5),
    editMemory: memory.length > 0 ? Math.max(...memory) / 1e6 : undefined,
  };
}

type Story = Pick<CorpusStory, 'file' | 'path'>;

function readStory(site: Site, { file }: Story): string {
  return readFileSync(path.join(site.env.CONTENT_DIR ?? '', file), 'utf8');
}

async function publishEdit(
  site: Site,
  story: Story,
  mark: string,
  paths: string[],
): Promise<{ seconds: number; memory: number | undefined }> {
  const folder = site.env.CONTENT_DIR ?? '';
  writeFileSync(path.join(folder, story.file), editHeadline(readStory(site, story), mark));
  const who = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];
  execFileSync('git', ['-C', folder, ...who, 'commit', '--quiet', '--all', '--message', `Edit ${story.file}`]);
  const started = performance.now();
  const publishing = processUsage('npm', ['run', '--silent', 'publish'], { env: site.env });
  const seconds = Promise.all(paths.map((one) => seeMark(site.address + one, mark, started)));
  const usage = await publishing;
  if (usage.status !== 0) throw new Error(`npm run publish failed: ${usage.output.slice(-2000)}`);
  return { seconds: Math.max(...(await seconds)), memory: usage.peakMemory };
}

/** Asks for an address until it shows the mark; in seconds since the start. */
async function seeMark(address: string, mark: string, started: number): Promise<number> {
  for (const deadline = started + 120_000; performance.now() < deadline; await sleep(pause)) {
    const html = await (await fetch(address)).text();
    if (html.includes(mark)) return (performance.now() - started) / 1000;
  }
  throw new Error(`${address} did not show the edit within two minutes.`);
}
