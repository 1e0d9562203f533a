import { revalidatePath } from 'next/cache';
import { currentEditionName } from '@/lib/edition/edition-name';
import { readRevalidation } from '@/lib/revalidation';
import { readSettings } from '@/lib/settings';
import { refuseRequest, type UsedSignatures } from '@/lib/signed-request';

/** In bytes: some thousand addresses. */
const maxBody = 200_000;

const used: UsedSignatures = new Map();

/**
 * Makes pages anew for their next readers, and says which edition they are made from. `npm run publish` asks for it after
 * it has written the edition; the protocol is in docs/decisions/revalidation.md.
 */
export async function POST(request: Request): Promise<Response> {
  const { publishSecret } = readSettings();
  if (!publishSecret)
    return answer(404, { error: 'There is nothing here. Set PUBLISH_SECRET to turn revalidation on.' });
  const body = await readBody(request);
  if (body === undefined) {
    const error = `The body is longer than ${maxBody} bytes. Ask in several requests.`;
    // The rest of the body is still on its way, so the connection serves for nothing else.
    return answer(413, { error }, { Connection: 'close' });
  }
  const refusal = refuseRequest(
    {
      purpose: 'revalidate',
      timestamp: request.headers.get('slugline-timestamp'),
      signature: request.headers.get('slugline-signature'),
      body,
    },
    publishSecret,
    used,
    new Date(),
  );
  if (refusal) return answer(401, { error: refusal });
  const { revalidation, mistake } = readRevalidation(body);
  if (!revalidation) return answer(400, { error: mistake });
  for (const path of revalidation.paths) revalidatePath(path);
  if (revalidation.isEverywhere) revalidatePath('/', 'layout');
  return answer(200, { revalidated: revalidation.paths.length, edition: await currentEditionName() });
}

function answer(status: number, content: object, headers: Record<string, string> = {}): Response {
  return Response.json(content, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}

/** Undefined for a body that is too long, of which no more than that is read. */
async function readBody(request: Request): Promise<string | undefined> {
  const reader = request.body?.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    size += piece.value.length;
    if (size > maxBody) {
      await reader?.cancel();
      return undefined;
    }
    pieces.push(piece.value);
  }
  return Buffer.concat(pieces).toString('utf8');
}
