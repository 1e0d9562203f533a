import { expect, it } from 'vitest';
import { lambdaEvent } from './lambda-event';

it('hands path and query over as they were asked for', () => {
  const url = new URL('https://news.example.org/search?q=caf%C3%A9+au&page=2');
  const event = lambdaEvent(url, { accept: 'text/html' }, new Date('2026-11-27T09:00:00Z'));
  expect(event).toMatchObject({
    version: '2.0',
    rawPath: '/search',
    rawQueryString: 'q=caf%C3%A9+au&page=2',
    headers: { host: 'news.example.org', accept: 'text/html' },
    requestContext: { http: { method: 'GET', path: '/search' }, timeEpoch: 1795770000000 },
  });
});
