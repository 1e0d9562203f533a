import { cacheState } from '@/lib/page-cache/cache-state.mjs';
import { readiness } from '@/lib/server/readiness';

export const dynamic = 'force-dynamic';

/** In seconds. */
const retryAfter = 5;

/** Whether this instance can serve readers; see docs/decisions/standalone.md. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (!state.ready) headers.set('Retry-After', String(retryAfter));
  return Response.json({ ...state, cache: cacheState() }, { status: state.ready ? 200 : 503, headers });
}
