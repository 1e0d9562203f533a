import { AsyncLocalStorage } from 'node:async_hooks';

/** The request that this process works on just now, wherever that is asked; its trace is noted when it begins. */
export const requestAtHand = new AsyncLocalStorage<{ traceId?: string }>();
