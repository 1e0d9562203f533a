/** Next loads its cache handler, its pages and instrumentation.ts apart, so the process keeps what is known. */
const known = (globalThis[Symbol.for('slugline.cache-state')] ??= { isAway: false });

/** @param {boolean} isAway whether Redis did not answer when it was last asked */
export function noteSharedCache(isAway) {
  known.isAway = isAway;
}

/**
 * Whose pages this instance serves: its own alone, since no Redis is named; those of all; or its own until Redis answers.
 *
 * @returns {'own' | 'shared' | 'unreachable'}
 */
export function cacheState() {
  if (!process.env.REDIS_URL) return 'own';
  return known.isAway ? 'unreachable' : 'shared';
}
