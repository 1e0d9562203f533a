import type { BigIntStats } from 'node:fs';

/**
 * File systems count time in steps, the coarsest in steps of two seconds. What changed so shortly before it was listed
 * may change again within the same step, without a trace. In nanoseconds.
 */
const settlingTime = 2_000_000_000n;

/**
 * What the system says of a file that tells whether it may be another than before, as git does in its index: a file with
 * the same stamp need not be read.
 *
 * @param listedAt when the system was asked, in ms since 1970
 * @returns null for a file that changed just now: it has to be read again the next time
 */
export function fileStamp({ size, mtimeNs, ctimeNs, ino }: BigIntStats, listedAt: number): string | null {
  const changedAt = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  if (changedAt > BigInt(listedAt) * 1_000_000n - settlingTime) return null;
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}
