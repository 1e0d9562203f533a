export const dynamic = 'force-dynamic';

/** Whether this process answers at all; it asks nothing of anybody else. */
export function GET(): Response {
  return Response.json({ healthy: true }, { headers: { 'Cache-Control': 'no-store' } });
}
