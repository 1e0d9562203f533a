import type { Instrumentation } from 'next';
import { jsonLog } from './json-log.mjs';
import { pathAlone } from './log-requests';
import { requestAtHand } from './request-at-hand';

/** Writes a line for what went wrong while a page was made: which route it was, and the digest that readers may be shown. */
export const logRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const fields = {
    ...requestAtHand.getStore(),
    method: request.method,
    path: pathAlone(request.path),
    route: context.routePath,
    ...(context.revalidateReason ? { revalidating: context.revalidateReason } : {}),
    error,
  };
  jsonLog().error(fields, error instanceof Error ? error.message : String(error));
};
