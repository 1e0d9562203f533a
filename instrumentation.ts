/** Runs once, when a server starts, before it answers. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'production') return;
  const { readSettings } = await import('@/lib/settings');
  // A wrong one is refused now, and not by the first page that needs it.
  readSettings();
  const { readyEveryRequest } = await import('@/lib/every-request');
  readyEveryRequest();
}
