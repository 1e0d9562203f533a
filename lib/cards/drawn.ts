/** In pictures of some 50 kB. */
const mostKept = 64;

const kept = new Map<string, Promise<Buffer>>();

/**
 * What was drawn lately under an address, or drawn now: however often somebody asks for a picture, and however many ask at
 * once, it is drawn once.
 */
export function drawOnce(address: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const known = kept.get(address);
  if (known) return known;
  const drawing = draw();
  kept.set(address, drawing);
  drawing.catch(() => kept.delete(address));
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return drawing;
}
