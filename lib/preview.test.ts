import { describe, expect, it } from 'vitest';
import { previewPath, readPreviewPass } from './preview';

const secret = 'a secret of the newsroom, long enough';
const story = '/2026/11/30/a-draft';
const now = new Date('2026-11-23T12:00:00Z');
const until = new Date('2026-11-30T12:00:00Z');

function queryOf(link: string): Record<string, string> {
  return Object.fromEntries(new URL(link, 'http://localhost').searchParams);
}

describe('a preview link', () => {
  const link = previewPath(story, until, secret);

  it('leads to the story below /preview', () => {
    expect(new URL(link, 'http://localhost').pathname).toBe('/preview/2026/11/30/a-draft');
  });

  it('is valid until its moment, and expired from then on', () => {
    expect(readPreviewPass(story, queryOf(link), secret, now)).toEqual({ state: 'valid', until });
    const last = new Date(until.getTime() - 1);
    expect(readPreviewPass(story, queryOf(link), secret, last).state).toBe('valid');
    expect(readPreviewPass(story, queryOf(link), secret, until)).toEqual({ state: 'expired', until });
  });

  it('shows no other story', () => {
    expect(readPreviewPass('/2026/11/30/another', queryOf(link), secret, now)).toEqual({ state: 'wrong' });
  });

  it('is not valid under another secret', () => {
    expect(readPreviewPass(story, queryOf(link), 'another secret, as long as it', now).state).toBe('wrong');
  });

  it.each([
    ['a later expiry', { until: '1890000000' }],
    ['no expiry', { until: undefined }],
    ['an expiry that is no number', { until: '1e9' }],
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['a shorter signature', { signature: 'abc' }],
    ['a signature beyond ASCII', { signature: '署名'.repeat(20) }],
    ['two signatures', { signature: ['a', 'b'] }],
  ])('is wrong with %s', (_, change) => {
    expect(readPreviewPass(story, { ...queryOf(link), ...change }, secret, now)).toEqual({ state: 'wrong' });
  });
});
