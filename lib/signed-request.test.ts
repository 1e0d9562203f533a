import { describe, expect, it } from 'vitest';
import { sign } from './signature';
import { refuseRequest, signedText, type SignedRequest } from './signed-request';

const secret = 'a secret of the newsroom, long enough';
const now = new Date('2026-11-23T12:00:00Z');

/** A request that is in order, signed `ago` seconds before now; then changed. */
function makeRequest(ago = 0, change: Partial<SignedRequest> = {}): SignedRequest {
  const timestamp = String(now.getTime() / 1000 - ago);
  const unsigned = { purpose: 'revalidate', timestamp, body: '{"paths":["/"]}' };
  return { ...unsigned, signature: sign(secret, signedText(unsigned)), ...change };
}

describe('a signed request', () => {
  it.each([0, 299, -299])('is accepted %d s after it was signed', (ago) => {
    expect(refuseRequest(makeRequest(ago), secret, new Map<string, number>(), now)).toBeUndefined();
  });

  it.each([
    ['signed too long ago', makeRequest(301), /signed more than five minutes/],
    ['signed in the future', makeRequest(-301), /signed more than five minutes/],
    ['with another body', makeRequest(0, { body: '{"paths":["/x"]}' }), /not that of this request/],
    ['with another purpose', makeRequest(0, { purpose: 'preview' }), /not that of this request/],
    ['with another timestamp', makeRequest(0, { timestamp: String(now.getTime() / 1000 - 1) }), /not that of this/],
    ['without a timestamp', makeRequest(0, { timestamp: null }), /timestamp is missing/],
    ['with a timestamp that is no number', makeRequest(0, { timestamp: '1e9' }), /timestamp is missing or no number/],
    ['without a signature', makeRequest(0, { signature: null }), /signature is not that/],
    ['with a signature cut short', makeRequest(0, { signature: 'ab' }), /signature is not that/],
  ])('is refused %s', (_, request, refusal) => {
    expect(refuseRequest(request, secret, new Map<string, number>(), now)).toMatch(refusal);
  });

  it('is refused under another secret', () => {
    expect(refuseRequest(makeRequest(), `${secret}!`, new Map<string, number>(), now)).toMatch(
      /Sign with the PUBLISH_SECRET/,
    );
  });

  it('is refused the second time', () => {
    const used = new Map<string, number>();
    expect(refuseRequest(makeRequest(), secret, used, now)).toBeUndefined();
    expect(refuseRequest(makeRequest(), secret, used, now)).toMatch(/made already/);
  });

  it('is forgotten when its timestamp would be too old anyway', () => {
    const used = new Map<string, number>();
    refuseRequest(makeRequest(), secret, used, now);
    const later = new Date(now.getTime() + 600_000);
    expect(refuseRequest(makeRequest(-600), secret, used, later)).toBeUndefined();
    expect(used.size).toBe(1);
  });
});
