import { describe, expect, it } from 'vitest';
import { ruleFor } from './field-rules';

function verdict(name: string, text: string, type: 'string' | 'date' | 'list' = 'string'): string | undefined {
  return ruleFor(name, type)?.(text);
}

describe('a moment', () => {
  it.each([
    '2025-10-25T09:30:00+09:00',
    '2025-10-25T09:30+09:00',
    '2025-10-25T09:30:00Z',
    '2025-10-25T09:30:00.123-03:30',
    '2024-02-29T23:59:59Z',
    '2025-10-25T24:00:00Z',
  ])('may be %s', (text) => {
    expect(verdict('publishedAt', text, 'date')).toBeUndefined();
    expect(Date.parse(text)).not.toBeNaN();
  });

  it.each([
    ['2025-10-25', 'is not a moment'],
    ['25 October 2025', 'is not a moment'],
    ['2025-10-25 09:30:00+09:00', 'is not a moment'],
    ['2025-10-25T9:30:00+09:00', 'is not a moment'],
    ['2025-10-25T09:30:00', 'has no offset'],
    ['2025-10-25T09:30', 'has no offset'],
    ['2025-10-25T09:30:00 KST', 'has no offset'],
    ['2025-10-25T09:30:00+0900', 'has no offset'],
    ['2025-02-29T09:30:00Z', 'is not in the calendar or on the clock'],
    ['2025-04-31T09:30:00Z', 'is not in the calendar or on the clock'],
    ['2025-13-01T09:30:00Z', 'is not in the calendar or on the clock'],
    ['2025-10-25T25:00:00Z', 'is not in the calendar or on the clock'],
    ['2025-10-25T09:60:00Z', 'is not in the calendar or on the clock'],
    ['2025-10-25T09:30:00+25:00', 'is not in the calendar or on the clock'],
    ['2025-10-25T09:30:00+09:60', 'is not in the calendar or on the clock'],
  ])('may not be %s, which %s', (text, reason) => {
    expect(verdict('publishedAt', text, 'date')).toContain(`“${text}” ${reason}`);
  });

  it('without an offset is shown with one', () => {
    expect(verdict('updatedAt', '2025-10-25T09:30:00', 'date')).toContain('as in 2025-10-25T09:30:00+09:00.');
  });
});

describe('the form of a text', () => {
  it.each([
    ['category', 'south-korea'],
    ['redirectFrom', '/2019/old-address.html'],
    ['redirectFrom', '/한국'],
    ['src', '/images/a.webp'],
    ['src', '/images/2025/10/A_b-c.1.JPG'],
    ['url', 'https://www.un.org/'],
    ['url', 'mailto:desk@example.org'],
    ['url', '/about/contact'],
    ['contactEmail', 'desk@example.org'],
    ['locale', 'en-GB'],
    ['locale', 'ko'],
    ['timeZone', 'Asia/Seoul'],
    ['timeZone', 'UTC'],
    ['title', 'Anything: at all! <b>'],
  ])('is right: %s %s', (name, text) => {
    expect(verdict(name, text)).toBeUndefined();
  });

  it.each([
    ['category', 'South Korea', 'is not a slug'],
    ['authors', 'caleb_wilson', 'is not a slug'],
    ['redirectFrom', 'old-address', 'is not a path of this site'],
    ['redirectFrom', '/a?b=1', 'is not a path of this site'],
    ['redirectFrom', 'https://example.org/a', 'is not a path of this site'],
    ['src', 'images/a.webp', 'is not a picture of this paper'],
    ['src', '/images/../secret.png', 'is not a picture of this paper'],
    ['src', '/images/a.svg', 'is not a picture of this paper'],
    ['src', 'https://example.org/images/a.png', 'is not a picture of this paper'],
    ['url', 'javascript:alert(1)', 'is not an address'],
    ['url', 'www.un.org', 'is not an address'],
    ['url', '//un.org', 'is not an address'],
    ['contactEmail', 'desk at example.org', 'is not an e-mail address'],
    ['locale', 'english please', 'is not a BCP 47 language tag'],
    ['timeZone', 'Seoul', 'is not a time zone'],
  ])('is wrong, and said to be: %s %s', (name, text, reason) => {
    expect(verdict(name, text)).toContain(`“${text}” ${reason}`);
  });
});
