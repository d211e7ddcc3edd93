import { describe, expect, test } from 'vitest';
import { publishedCalendars } from '#data/calendars/calendars.ts';
import { defaultClocks } from '#data/clocks/clocks.ts';
import { topics } from '#data/topics/topics.ts';
import { scheduleFor, type DayHours } from '#kernel/time/schedule.ts';
import { answerDeadline, expectedDues, type DeadlineRow } from './answer-due.ts';

const day: DayHours = { opens: 540, closes: 1080, lunch: { from: 780, to: 840 } };
const clockwork = {
  clocks: defaultClocks,
  schedule: scheduleFor(publishedCalendars, {
    zone: 'Europe/Moscow',
    weekdays: [day, day, day, day, day, null, null],
    shortenedByMinutes: 60,
  }),
  topics: new Map(topics.map((topic) => [topic.code, topic])),
};

const row = (clock: string, due: string, more: Partial<DeadlineRow> = {}): DeadlineRow => ({
  region_id: 1,
  appeal_id: '00000000-0000-7000-8000-000000000001',
  clock,
  seq: 1,
  started_at: new Date('2026-03-10T09:00:00Z'),
  due_at: new Date(due),
  warn_at: [],
  is_provisional: false,
  basis: 'для теста',
  met_at: null,
  cancelled_at: null,
  paused_at: null,
  remaining_minutes: null,
  extended_to: null,
  extended_reason: null,
  warned_level: 0,
  next_check_at: null,
  ...more,
});

describe('the deadline a resident is told', () => {
  const routing = row('routing', '2026-03-10T10:00:00Z');
  const answer = row('portal_message', '2026-03-20T15:00:00Z');

  test('is that of the answer, not of our own steps before it', () => {
    expect(answerDeadline([routing, answer], defaultClocks)).toBe(answer);
    expect(answerDeadline([routing], defaultClocks)).toBeNull();
  });

  test('after an interim answer is that of the final one', () => {
    const first = row('first_answer', '2026-03-11T09:00:00Z', { met_at: new Date('2026-03-10T12:00:00Z') });
    const final = row('final_after_interim', '2026-03-19T15:00:00Z');
    expect(answerDeadline([first, final], defaultClocks)).toBe(final);
  });

  test('is none once it is met or cancelled', () => {
    const at = new Date('2026-03-12T09:00:00Z');
    expect(answerDeadline([{ ...answer, met_at: at }], defaultClocks)).toBeNull();
    expect(answerDeadline([{ ...answer, cancelled_at: at }], defaultClocks)).toBeNull();
  });

  test('stays known while it waits for the resident', () => {
    const paused = { ...answer, paused_at: new Date('2026-03-12T09:00:00Z'), remaining_minutes: 100 };
    expect(answerDeadline([paused], defaultClocks)).toBe(paused);
  });
});

describe('what a message just sent may expect', () => {
  const one = {
    appealId: '00000000-0000-7000-8000-000000000001',
    regime: 'platform',
    kind: 'problem',
    topic: null,
    dangerLevel: null,
  } as const;

  test('read within a working hour, answered in eight working days', () => {
    expect(expectedDues(one, new Date('2026-03-10T07:00:00Z'), clockwork)).toEqual({
      readBy: new Date('2026-03-10T08:00:00Z'),
      answerBy: new Date('2026-03-20T15:00:00Z'),
    });
  });

  test('sent on a Saturday, the clock starts on Monday', () => {
    const { readBy } = expectedDues(one, new Date('2026-03-14T10:00:00Z'), clockwork);
    expect(readBy).toEqual(new Date('2026-03-16T07:00:00Z'));
  });

  test('where the calendar does not reach, no date is invented', () => {
    expect(expectedDues(one, new Date('2051-03-10T07:00:00Z'), clockwork)).toEqual({
      readBy: null,
      answerBy: null,
    });
  });
});
