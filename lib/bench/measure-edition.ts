import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isPostgresAddress } from '../edition/engine-address.mjs';
import type { SizeFigures } from './figures';
import { processUsage } from './process-usage';

type Newsroom = { CONTENT_DIR: string; EDITION_URL: string };

/** What it takes to make an edition that is not there yet, and to find that nothing changed; by the command itself. */
export async function measureEdition(newsroom: Newsroom): Promise<SizeFigures> {
  const cold = await runEdition(newsroom);
  const unchanged = await runEdition(newsroom);
  return {
    coldSeconds: cold.seconds,
    coldMemory: cold.peakMemory && cold.peakMemory / 1e6,
    unchangedSeconds: unchanged.seconds,
    editionSize: isPostgresAddress(newsroom.EDITION_URL)
      ? undefined
      : statSync(fileURLToPath(newsroom.EDITION_URL)).size / 1e6,
  };
}

async function runEdition(newsroom: Newsroom) {
  const usage = await processUsage('npm', ['run', '--silent', 'edition'], { env: newsroom });
  if (usage.status !== 0) throw new Error(`npm run edition failed: ${usage.output.slice(-2000)}`);
  return usage;
}
