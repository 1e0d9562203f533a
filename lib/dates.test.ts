import { describe, expect, it } from 'vitest';
import { dayIn, firstWeekday, formatDate, formatPeriod, isoIn, isPeriod, periodBounds, weekdaysFrom } from './dates';

/** Ahead of UTC, behind it, half an hour off, and three whose clocks skip midnight once a year. */
const zones = [
  'UTC',
  'Asia/Seoul',
  'Asia/Kolkata',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Beirut',
];

function daysOf(year: number): string[] {
  const days = [];
  for (
    const date = new Date(Date.UTC(year, 0, 1));
    date.getUTCFullYear() === year;
    date.setUTCDate(date.getUTCDate() + 1)
  ) {
    days.push(date.toISOString().slice(0, 10));
  }
  return days;
}

describe('the day of a moment', () => {
  const moment = new Date('2025-10-24T15:30:00Z');

  it('is the one on the clocks of the zone', () => {
    expect(dayIn('Asia/Seoul', moment)).toBe('2025-10-25');
    expect(dayIn('UTC', moment)).toBe('2025-10-24');
    expect(dayIn('Pacific/Kiritimati', new Date('2024-12-31T10:00:00Z'))).toBe('2025-01-01');
  });

  it('is written with its time and offset on demand', () => {
    expect(isoIn('Asia/Seoul', moment)).toBe('2025-10-25T00:30:00+09:00');
    expect(isoIn('UTC', moment)).toBe('2025-10-24T15:30:00+00:00');
    expect(isoIn('America/New_York', new Date('2025-07-01T12:00:00Z'))).toBe('2025-07-01T08:00:00-04:00');
  });
});

describe('a period', () => {
  it.each(['2025', '1999', '2025-10', '2025-10-25', '2024-02-29'])('is a year, a month or a day: %s', (text) => {
    expect(isPeriod(text)).toBe(true);
  });

  it.each([
    '',
    '25',
    '0999',
    '3000',
    '2025-13',
    '2025-00',
    '2025-1',
    '2025-02-29',
    '2025-04-31',
    '2025-10-25-01',
    '2025-10-',
    ' 2025',
    '2025\n',
    'page',
  ])('is nothing else: %j', (text) => {
    expect(isPeriod(text)).toBe(false);
  });

  it('is as long as the calendar says', () => {
    const hours = (period: string) => {
      const { start, end } = periodBounds(period, 'UTC');
      return (end.getTime() - start.getTime()) / 3_600_000;
    };
    expect([hours('2024'), hours('2025')]).toEqual([366 * 24, 365 * 24]);
    expect([hours('2024-02'), hours('2025-02'), hours('2025-12')]).toEqual([29 * 24, 28 * 24, 31 * 24]);
    expect(hours('2025-10-25')).toBe(24);
  });

  it('begins at the first moment of the zone', () => {
    expect(periodBounds('2025', 'Asia/Seoul').start.toISOString()).toBe('2024-12-31T15:00:00.000Z');
    expect(periodBounds('2025-03', 'America/New_York').end.toISOString()).toBe('2025-04-01T04:00:00.000Z');
  });

  it.each(zones)('of a day ends where the next begins, clock changes included: %s', (zone) => {
    for (const year of [2018, 2024]) {
      for (const day of daysOf(year)) {
        const { start, end } = periodBounds(day, zone);
        const next = dayIn(zone, end);
        expect([day, dayIn(zone, start), dayIn(zone, new Date(end.getTime() - 1))]).toEqual([day, day, day]);
        expect([day, periodBounds(next, zone).start]).toEqual([day, end]);
      }
    }
  });
});

describe('dates for readers', () => {
  it('are in their language and in the zone of the paper', () => {
    const moment = new Date('2025-10-24T15:30:00Z');
    expect(formatDate(moment, 'day', 'en-GB', 'Asia/Seoul')).toBe('25 October 2025');
    expect(formatDate(moment, 'day', 'en-GB', 'UTC')).toBe('24 October 2025');
    expect(formatDate(moment, 'day', 'ko', 'Asia/Seoul')).toBe('2025년 10월 25일');
    expect(formatDate(moment, 'moment', 'en-GB', 'Asia/Seoul')).toMatch(/25 October 2025.*00:30.*GMT\+9/);
  });

  it('name a period without shifting it by the zone of the machine', () => {
    expect(formatPeriod('2025', 'en-GB')).toBe('2025');
    expect(formatPeriod('2025-10', 'en-GB')).toBe('October 2025');
    expect(formatPeriod('2025-01-01', 'en-GB')).toMatch(/^Wednesday,? 1 January 2025$/);
  });
});

describe('firstWeekday', () => {
  it('follows the region of the locale', () => {
    expect(['en-GB', 'en-US', 'ja', 'ar-EG', 'de'].map(firstWeekday)).toEqual([1, 7, 7, 6, 1]);
  });

  it('heads the columns of a calendar', () => {
    const names = weekdaysFrom(6).map((day) => day.toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }));
    expect(names).toEqual(['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
  });
});

it('dates by the calendar of the archive, where a locale has another one of its own', () => {
  expect(formatPeriod('2025', 'th')).toContain('2025');
  expect(formatPeriod('2025-10', 'ar-SA-u-nu-latn')).toContain('2025');
});
