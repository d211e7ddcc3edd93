import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSchedule } from '#kernel/time/schedule.ts';
import { usualWorkingHours } from '#centre/rules/calendar-hours.ts';
import { withProvisionalYears } from '#centre/rules/calendar.ts';
import { publishedCalendars } from '#data/calendars/calendars.ts';
import { defaultClocks } from '#data/clocks/clocks.ts';
import type { Clock } from './clock.ts';
import { dueAt, extendDeadline, minutesLeft, pauseDeadline, resumeDeadline } from './deadline.ts';

// The published calendars with 2027 guessed; nine to six, lunch from one to two.
const schedule = buildSchedule(
  withProvisionalYears(publishedCalendars, 2025, 2027),
  usualWorkingHours('Europe/Moscow'),
);
const at = (local: string) => new Date(`${local}:00+03:00`);
const clock = (code: string): Clock => {
  const found = defaultClocks.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no clock ${code}`);
  return found;
};
const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

describe('a deadline', () => {
  test.each([
    ['first answer to a post found in the morning', 'first_answer', '2026-05-07T09:00', '2026-05-07T18:00'],
    ['found on the eve of Victory Day', 'first_answer', '2026-05-08T15:00', '2026-05-12T16:00'],
    ['danger at night', 'danger_duty', '2026-05-09T03:00', '2026-05-09T03:30'],
    ['a portal message over the May holidays', 'portal_message', '2026-04-29T12:00', '2026-05-13T18:00'],
    ['fast track ends on a Sunday at midnight', 'fast_track', '2026-06-04T12:00', '2026-06-15T00:00'],
    ['59-ФЗ: registration over a weekend', 'law_59_registration', '2026-06-18T12:00', '2026-06-22T18:00'],
    ['59-ФЗ: the thirtieth day is a Saturday', 'law_59_decision', '2026-05-21T12:00', '2026-06-22T18:00'],
    ['59-ФЗ: the thirtieth day is a working day', 'law_59_decision', '2026-06-01T12:00', '2026-07-01T18:00'],
  ])('%s', (_, code, from, expected) => {
    expect(value(dueAt(clock(code), at(from), schedule)).dueAt).toEqual(at(expected));
  });

  test('warns at a half and at four fifths of the working time', () => {
    const due = value(dueAt(clock('first_answer'), at('2026-05-07T09:00'), schedule));
    expect(due.warnAt).toEqual([at('2026-05-07T13:00'), at('2026-05-07T16:24')]);
  });

  test('of the duty officer warns by the wall clock', () => {
    const due = value(dueAt(clock('danger_duty'), at('2026-05-09T03:00'), schedule));
    expect(due.warnAt).toEqual([at('2026-05-09T03:15'), at('2026-05-09T03:24')]);
  });

  test('carries its basis and says that a guessed year took part', () => {
    expect(value(dueAt(clock('law_59_decision'), at('2026-12-10T12:00'), schedule))).toMatchObject({
      provisional: true,
      basis: expect.stringMatching(/^Статья 12 /),
    });
    expect(value(dueAt(clock('law_59_decision'), at('2026-11-10T12:00'), schedule)).provisional).toBe(false);
    expect(value(dueAt(clock('danger_duty'), at('2027-03-10T12:00'), schedule)).provisional).toBe(false);
  });

  test('beyond the calendars is a failure', () => {
    expect(dueAt(clock('law_59_decision'), at('2027-12-20T12:00'), schedule)).toEqual({
      ok: false,
      failure: { code: 'calendar_exhausted', knownUntil: '2027-12-31' },
    });
  });
});

describe('a pause while the resident is asked', () => {
  const paused = (code: string, due: string, when: string) =>
    pauseDeadline(clock(code), at(due), at(when), schedule);

  test('keeps the working minutes left and gives them back at the reply', () => {
    const rest = value(paused('executor_draft', '2026-05-07T16:00', '2026-05-07T14:30')).remainingMinutes;
    expect(rest).toBe(90);
    expect(
      value(resumeDeadline(clock('executor_draft'), rest, at('2026-05-08T15:30'), schedule)).dueAt,
    ).toEqual(at('2026-05-08T17:00'));
  });

  test('of a term in days ends at the close of a day again', () => {
    const rest = value(paused('portal_message', '2026-05-13T18:00', '2026-05-12T10:00')).remainingMinutes;
    const resumed = value(resumeDeadline(clock('portal_message'), rest, at('2026-05-14T16:00'), schedule));
    expect(resumed.dueAt).toEqual(at('2026-05-18T18:00'));
  });

  test('does not exist for the law, nor for danger', () => {
    for (const code of ['law_59_decision', 'danger_duty'])
      expect(paused(code, '2026-05-13T18:00', '2026-05-12T10:00')).toEqual({
        ok: false,
        failure: { code: 'clock_not_pausable', clock: code },
      });
  });

  test('does not forgive a deadline that has passed', () => {
    expect(paused('portal_message', '2026-05-13T18:00', '2026-05-13T18:00')).toMatchObject({
      failure: { code: 'deadline_passed' },
    });
  });

  const moments = fc.date({ min: at('2025-02-01T00:00'), max: at('2026-06-01T00:00'), noInvalidDate: true });
  const pausable = fc.constantFrom(...defaultClocks.filter((one) => one.pausable));

  test('never shortens what is left', () => {
    fc.assert(
      fc.property(
        pausable,
        moments,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(2_000_000),
        (one, from, part, wait) => {
          const { dueAt: due } = value(dueAt(one, from, schedule));
          const asked = new Date(from.getTime() + Math.floor((due.getTime() - from.getTime()) * part));
          const replied = new Date(asked.getTime() + wait * 1000);
          const before = value(minutesLeft(one, due, asked, schedule));
          const { remainingMinutes } = value(pauseDeadline(one, due, asked, schedule));
          const resumed = value(resumeDeadline(one, remainingMinutes, replied, schedule));
          const after = value(minutesLeft(one, resumed.dueAt, replied, schedule));
          // A rest is kept in whole minutes, and a term in days to the minute.
          const tolerance = one.unit === 'working_minutes' ? 1e-6 : 1;
          expect(after).toBeGreaterThanOrEqual(before - tolerance);
        },
      ),
    );
  });

  test('that lasts no time changes nothing but the minute begun', () => {
    fc.assert(
      fc.property(pausable, moments, fc.double({ min: 0, max: 0.999, noNaN: true }), (one, from, part) => {
        const { dueAt: due } = value(dueAt(one, from, schedule));
        const asked = new Date(from.getTime() + Math.floor((due.getTime() - from.getTime()) * part));
        const { remainingMinutes } = value(pauseDeadline(one, due, asked, schedule));
        const resumed = value(resumeDeadline(one, remainingMinutes, asked, schedule)).dueAt;
        if (one.unit !== 'working_minutes' && value(minutesLeft(one, due, asked, schedule)) > 1)
          expect(resumed).toEqual(due);
        expect(value(minutesLeft(one, resumed, due, schedule))).toBeLessThan(1 + 1e-6);
      }),
    );
  });
});

describe('an extension', () => {
  const decision = clock('law_59_decision');
  // Registered on 21 May 2026: due on Monday 22 June, the thirtieth day being a Saturday.
  const current = { startedAt: at('2026-05-21T12:00'), dueAt: at('2026-06-22T18:00'), timesExtended: 0 };
  const extend = (until: string, when = '2026-06-10T12:00', change: object = {}) =>
    extendDeadline(decision, { ...current, ...change }, until, at(when), schedule);

  test('moves the deadline to the close of the day chosen', () => {
    expect(value(extend('2026-07-10')).dueAt).toEqual(at('2026-07-10T18:00'));
  });

  test('of the law ends on the sixtieth day from registration, not thirty days after a moved Monday', () => {
    expect(value(extend('2026-07-20')).dueAt).toEqual(at('2026-07-20T18:00'));
    expect(extend('2026-07-21')).toEqual({
      ok: false,
      failure: { code: 'extension_too_long', latest: at('2026-07-20T18:00').toISOString() },
    });
  });

  test.each([
    ['a second time', '2026-07-10', '2026-06-10T12:00', { timesExtended: 1 }, 'extension_not_allowed'],
    ['after the deadline', '2026-07-10', '2026-06-22T18:01', {}, 'deadline_passed'],
    ['to the same day', '2026-06-22', '2026-06-10T12:00', {}, 'date_required'],
    ['beyond the calendars', '2028-01-10', '2026-06-10T12:00', {}, 'calendar_exhausted'],
  ])('%s is refused', (_, until, when, change, code) => {
    expect(extend(until, when, change)).toMatchObject({ ok: false, failure: { code } });
  });

  test('of a clock that knows none is refused', () => {
    expect(
      extendDeadline(clock('first_answer'), current, '2026-07-10', at('2026-06-10T12:00'), schedule),
    ).toEqual({
      ok: false,
      failure: { code: 'extension_not_allowed', clock: 'first_answer' },
    });
  });

  test('never makes a deadline earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59 }), (days) => {
        const until = new Date(current.startedAt.getTime() + days * 86_400_000).toISOString().slice(0, 10);
        const extended = extend(until);
        if (extended.ok) expect(extended.value.dueAt.getTime()).toBeGreaterThan(current.dueAt.getTime());
      }),
    );
  });
});
