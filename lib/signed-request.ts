import { isSignedBy } from './signature';

/** A request to the site, as its sender signed it. */
export type SignedRequest = {
  /** What is asked for, so that a signature serves for nothing else. */
  purpose: string;
  /** When it was signed, in seconds since 1970, as its header has it. */
  timestamp: string | null;
  /** HMAC-SHA-256 of `signedText` in hexadecimal digits, as its header has it. */
  signature: string | null;
  /** As it arrived, before it is parsed. */
  body: string;
};

/** Signatures that were used, with the moment from which their timestamp is too old anyway, in ms since 1970. */
export type UsedSignatures = Map<string, number>;

/** How far the clocks of two machines may be apart, in milliseconds. */
const maxSkew = 5 * 60 * 1000;

/** The text that a sender signs: purpose, timestamp and raw body, a line each. */
export function signedText({ purpose, timestamp, body }: Omit<SignedRequest, 'signature'>): string {
  return `${purpose}\n${timestamp}\n${body}`;
}

/**
 * Why a request is refused, as a sentence with the mend; undefined when it is the newsroom's own, of these minutes, and
 * the first with its signature, which is then remembered in `used`.
 */
export function refuseRequest(
  request: SignedRequest,
  secret: string,
  used: UsedSignatures,
  now: Date,
): string | undefined {
  const { timestamp, signature } = request;
  if (!timestamp || !/^\d{1,11}$/.test(timestamp)) {
    return 'The header slugline-timestamp is missing or no number. Send the seconds since 1970.';
  }
  if (!signature || !isSignedBy(secret, signedText(request), signature)) {
    return 'The header slugline-signature is not that of this request. Sign with the PUBLISH_SECRET of this site.';
  }
  const signedAt = Number(timestamp) * 1000;
  if (Math.abs(now.getTime() - signedAt) > maxSkew) {
    return 'The request was signed more than five minutes from now by the clock of this site. Set the clocks, and sign it anew.';
  }
  for (const [old, until] of used) if (until < now.getTime()) used.delete(old);
  if (used.has(signature)) return 'This very request was made already. Sign it anew.';
  used.set(signature, signedAt + maxSkew);
  return undefined;
}
