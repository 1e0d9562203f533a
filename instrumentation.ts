import type { Instrumentation } from 'next';

/** Runs once, when a server starts, before it answers. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'production') return;
  const { readyServer } = await import('@/lib/server/ready-server');
  await readyServer();
}

export const onRequestError: Instrumentation.onRequestError = async (...happened) => {
  // Otherwise Next's own words are in the log already.
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.LOG_FORMAT !== 'json') return;
  const { logRequestError } = await import('@/lib/log/log-request-error');
  await logRequestError(...happened);
};
