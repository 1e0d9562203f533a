/** SQLite takes 32,766 values in a statement; this many rows or names stay far below. */
const batchSize = 500;

/** A list in pieces that a statement can take. */
export function batches<T>(items: T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / batchSize) }, (_, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  );
}
