/** A picture at an address with a hash of what it shows. */
export function pictureAnswer(bytes: Buffer, type: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
  });
}

/** From the address of a picture as it was, to that of today's. */
export function pictureMoved(address: string): Response {
  return new Response(null, { status: 307, headers: { location: address, 'cache-control': 'public, max-age=25' } });
}
