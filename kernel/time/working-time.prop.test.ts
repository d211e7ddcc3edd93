import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSchedule, type CalendarYear, type DayHours } from './schedule.ts';
import {
  addCalendarDays,
  addWorkingDays,
  addWorkingMinutes,
  isWorkingInstant,
  workingMinutesBetween,
} from './working-time.ts';

const zones = ['Europe/Kaliningrad', 'Europe/Moscow', 'Europe/Volgograd', 'Asia/Yakutsk', 'Asia/Kamchatka'];

/** Made-up calendars and hours: the laws below hold for all of them. */
const dayHours: fc.Arbitrary<DayHours> = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 240, max: 840 }), fc.boolean())
  .map(([opens, length, hasLunch]) => ({
    opens,
    closes: opens + length,
    lunch: hasLunch ? { from: opens + 120, to: opens + 165 } : null,
  }));
const dates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2021-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const calendarDays = fc.uniqueArray(
  fc.record({ date: dates, kind: fc.constantFrom('off' as const, 'shortened' as const, 'working' as const) }),
  { selector: (day) => day.date, maxLength: 60 },
);
const schedules = fc
  .record({ zone: fc.constantFrom(...zones), hours: dayHours, days: calendarDays })
  .map(({ zone, hours, days }) => {
    const years: CalendarYear[] = [2020, 2021].map((year) => ({
      year,
      provisional: false,
      days: days.filter((day) => day.date.startsWith(String(year))),
    }));
    const week = [hours, hours, hours, hours, hours, null, null];
    return buildSchedule(years, { zone, weekdays: week, shortenedByMinutes: 60 });
  });
const instants = fc.date({
  min: new Date('2020-01-05T00:00:00Z'),
  max: new Date('2021-06-01T00:00:00Z'),
  noInvalidDate: true,
});
const minutes = fc.integer({ min: 1, max: 6000 });

const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const settings = { numRuns: 60 };

describe('working minutes', () => {
  test('adding, then measuring, gives what was added', () => {
    fc.assert(
      fc.property(schedules, instants, minutes, (schedule, from, added) => {
        const { at } = value(addWorkingMinutes(schedule, from, added));
        expect(value(workingMinutesBetween(schedule, from, at))).toBeCloseTo(added, 6);
      }),
      settings,
    );
  });

  test('two parts lead to the same moment as the whole', () => {
    fc.assert(
      fc.property(schedules, instants, minutes, minutes, (schedule, from, a, b) => {
        const half = value(addWorkingMinutes(schedule, from, a)).at;
        expect(value(addWorkingMinutes(schedule, half, b)).at).toEqual(
          value(addWorkingMinutes(schedule, from, a + b)).at,
        );
      }),
      settings,
    );
  });

  test('a later start or a longer term never ends earlier', () => {
    fc.assert(
      fc.property(schedules, instants, instants, minutes, minutes, (schedule, a, b, m, n) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const end = (from: Date, term: number) => value(addWorkingMinutes(schedule, from, term)).at.getTime();
        expect(end(early, m)).toBeLessThanOrEqual(end(late, m));
        expect(end(a, Math.min(m, n))).toBeLessThanOrEqual(end(a, Math.max(m, n)));
      }),
      settings,
    );
  });

  test('a deadline falls into working time or on its closing minute', () => {
    fc.assert(
      fc.property(schedules, instants, minutes, (schedule, from, term) => {
        const end = value(addWorkingMinutes(schedule, from, term)).at;
        expect(isWorkingInstant(schedule, new Date(end.getTime() - 1))).toBe(true);
      }),
      settings,
    );
  });

  test('measured intervals add up, and backwards is the negative', () => {
    fc.assert(
      fc.property(schedules, instants, instants, instants, (schedule, a, b, c) => {
        const between = (from: Date, to: Date) => value(workingMinutesBetween(schedule, from, to));
        expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c), 6);
        expect(between(a, b)).toBeCloseTo(-between(b, a), 6);
      }),
      settings,
    );
  });
});

describe('days', () => {
  test('one more working day is always later, and ends a working window', () => {
    fc.assert(
      fc.property(schedules, instants, fc.integer({ min: 1, max: 30 }), (schedule, from, days) => {
        const end = value(addWorkingDays(schedule, from, days)).at;
        expect(value(addWorkingDays(schedule, from, days + 1)).at.getTime()).toBeGreaterThan(end.getTime());
        expect(end.getTime()).toBeGreaterThan(from.getTime());
        expect(isWorkingInstant(schedule, new Date(end.getTime() - 1))).toBe(true);
      }),
      settings,
    );
  });

  test('moving off a day off never shortens a term', () => {
    fc.assert(
      fc.property(schedules, instants, fc.integer({ min: 1, max: 60 }), (schedule, from, days) => {
        const stays = value(addCalendarDays(schedule, from, days, 'stays')).at.getTime();
        const moved = value(addCalendarDays(schedule, from, days, 'next_working_day')).at.getTime();
        expect(moved).toBeGreaterThanOrEqual(stays);
      }),
      settings,
    );
  });
});
