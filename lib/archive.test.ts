import { describe, expect, it } from 'vitest';
import { monthGrid } from './archive';

/** A month as a wall calendar prints it: day numbers, dots where there is none, * for a day with stories. */
function print(month: string, stories: Record<string, number> = {}): string[] {
  return monthGrid(month, new Map(Object.entries(stories)), 1).map((week) =>
    week.map((cell) => (cell ? `${Number(cell.day.slice(8))}${cell.stories > 0 ? '*' : ''}` : '.')).join(' '),
  );
}

describe('the calendar of a month', () => {
  it('runs from Monday to Sunday', () => {
    expect(print('2025-10')).toEqual([
      '. . 1 2 3 4 5',
      '6 7 8 9 10 11 12',
      '13 14 15 16 17 18 19',
      '20 21 22 23 24 25 26',
      '27 28 29 30 31 . .',
    ]);
  });

  it('has four weeks at least and six at most', () => {
    expect(print('2021-02')).toHaveLength(4);
    expect(print('2021-02').at(-1)).toBe('22 23 24 25 26 27 28');
    expect(print('2026-03')).toHaveLength(6);
    expect(print('2026-03')[0]).toBe('. . . . . . 1');
  });

  it('knows leap years', () => {
    const lastDay = (month: string) => print(month).join(' ').match(/\d+/g)?.at(-1);
    expect(['2024-02', '2025-02', '2000-02', '1900-02'].map(lastDay)).toEqual(['29', '28', '29', '28']);
  });

  it('counts the stories of each day, and none of another month', () => {
    const [, second] = monthGrid(
      '2025-10',
      new Map([
        ['2025-10-06', 3],
        ['2025-11-07', 2],
      ]),
      1,
    );
    expect(second?.[0]).toEqual({ day: '2025-10-06', stories: 3 });
    expect(print('2025-10', { '2025-10-06': 1, '2025-11-07': 2 })[1]).toBe('6* 7 8 9 10 11 12');
  });

  it('begins weeks with the day that the locale begins them with', () => {
    const weeks = monthGrid('2025-10', new Map(), 7);
    expect(weeks[0]?.map((cell) => cell?.day.slice(8))).toEqual([
      undefined,
      undefined,
      undefined,
      '01',
      '02',
      '03',
      '04',
    ]);
    expect(weeks.at(-1)?.[5]?.day).toBe('2025-10-31');
  });

  it('prints every day of every month once, on the weekday that it has', () => {
    for (let year = 1999; year <= 2032; year += 1) {
      for (let number = 1; number <= 12; number += 1) {
        const month = `${year}-${String(number).padStart(2, '0')}`;
        const weeks = monthGrid(month, new Map(), 1);
        const days = weeks.flat().filter((cell) => cell !== undefined);
        expect(days).toHaveLength(new Date(Date.UTC(year, number, 0)).getUTCDate());
        expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          week.forEach((cell, weekday) => {
            if (cell)
              expect([cell.day, (new Date(`${cell.day}T00:00:00Z`).getUTCDay() + 6) % 7]).toEqual([cell.day, weekday]);
          });
        }
      }
    }
  });
});
