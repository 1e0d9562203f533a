import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA-256 (RFC 2104) of a text, in hexadecimal digits. */
export function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Whether a signature is that of the text; takes as long for a wrong one as for the right one. */
export function isSignedBy(secret: string, text: string, signature: string): boolean {
  const right = Buffer.from(sign(secret, text));
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right);
}
