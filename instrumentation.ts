/** Runs once, when a server starts, before it answers. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'production') return;
  const { readyEveryRequest } = await import('@/lib/every-request');
  readyEveryRequest();
}
