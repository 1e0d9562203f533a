import { isPostgresAddress } from '../edition/engine-address.mjs';
import { endGracefully } from './end-gracefully';
import { readyEveryRequest } from './every-request';
import { readSettings, type Settings } from '../settings';

/**
 * Makes a server ready before it answers: how it logs, traces and ends. What is not asked for is not loaded. Where a
 * setting is wrong it says so and ends: Next would go on, and answer everything with 500.
 */
export async function readyServer() {
  const { logFormat, otlpEndpoint, editionAddress, redisUrl } = settingsOrEnd();
  if (logFormat === 'json') {
    const { jsonLog } = await import('../log/json-log.mjs');
    const { logRequests } = await import('../log/log-requests');
    logRequests(jsonLog());
  }
  let finish = () => Promise.resolve();
  if (otlpEndpoint) {
    const { startTracing } = await import('./tracing');
    finish = startTracing();
  }
  if (isPostgresAddress(editionAddress) && !redisUrl)
    console.log('Without REDIS_URL this instance keeps pages of its own, and others do not hear of what it is told.');
  readyEveryRequest();
  if (process.env.NEXT_MANUAL_SIG_HANDLE) endGracefully(finish);
}

function settingsOrEnd(): Settings {
  try {
    return readSettings();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
