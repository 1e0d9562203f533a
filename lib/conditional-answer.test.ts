import { describe, expect, it } from 'vitest';
import { conditionalAnswer } from './conditional-answer';

const changedAt = new Date('2025-10-25T00:30:00.400Z');

function ask(headers: Record<string, string>, text = 'Text.') {
  return conditionalAnswer(new Request('https://news.example.org/', { headers }), 'text/plain', text, { changedAt });
}

describe('a conditional answer', () => {
  it('is the text, with what a reader needs to ask again', async () => {
    const answer = ask({});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('last-modified')).toBe('Sat, 25 Oct 2025 00:30:00 GMT');
    expect(await answer.text()).toBe('Text.');
    expect(ask({}, 'Another.').headers.get('etag')).not.toBe(answer.headers.get('etag'));
  });

  const etag = ask({}).headers.get('etag') ?? '';

  it.each<Record<string, string>>([
    { 'if-none-match': etag },
    { 'if-none-match': `"other", W/${etag}` },
    { 'if-none-match': '*' },
    { 'if-modified-since': 'Sat, 25 Oct 2025 00:30:00 GMT' },
  ])('is 304 without a text for who has it: %o', async (headers) => {
    const answer = ask(headers);
    expect(answer.status).toBe(304);
    expect(answer.headers.get('etag')).toBe(etag);
    expect(await answer.text()).toBe('');
  });

  it.each<Record<string, string>>([
    { 'if-none-match': '"other"' },
    { 'if-none-match': '"other"', 'if-modified-since': 'Sat, 25 Oct 2025 00:30:00 GMT' },
    { 'if-modified-since': 'Sat, 25 Oct 2025 00:29:59 GMT' },
    { 'if-modified-since': 'yesterday' },
  ])('is the text for who has another: %o', (headers) => {
    expect(ask(headers).status).toBe(200);
  });
});
