import { createHash } from 'node:crypto';
import { beforePaint, keepForOffline, offerAsApp, speculationRules, wireButtons } from './page-scripts.mjs';

const inlineScripts = [beforePaint, wireButtons, offerAsApp, keepForOffline, speculationRules];

/**
 * What a page of the paper may do (Content Security Policy 3): everything that it shows comes from the paper itself, and
 * the only scripts are the paper's own, by their hashes. What stays open and why: docs/decisions/headers.md.
 */
const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", ...inlineScripts.map(hashOf)],
  'style-src': ["'self'"],
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Devices that a paper has no use for. */
const noDevices = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'midi', 'hid'];

/** In seconds: a year. */
const httpsOnlyFor = 31_536_000;

/** The headers of every answer, as `headers()` of next.config.js takes them. */
export const securityHeaders = [
  {
    key: 'Content-Security-Policy',
    value: Object.entries(contentSecurityPolicy)
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join('; '),
  },
  { key: 'Strict-Transport-Security', value: `max-age=${httpsOnlyFor}` },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: noDevices.map((device) => `${device}=()`).join(', ') },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** @param {string} script */
function hashOf(script) {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
